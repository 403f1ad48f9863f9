/** Days of a journal, `YYYY-MM-DD`. */

const dayWords = (locale: string, parts: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' })
  return (day: string) => format.format(Date.parse(day))
}

export const longDay = (day: string, locale: string): string =>
  dayWords(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })(day)
