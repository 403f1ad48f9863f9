import * as z from 'zod'

const shape = /^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/

/** By its IANA name, as browsers tell it: `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  if (!shape.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

export const timeZone = z.string().refine(isTimeZone)

/** The day it is there, `YYYY-MM-DD`; that of UTC where the zone is none, or not known here. */
export function dayIn(zone: string, at: Date): string {
  const known = isTimeZone(zone) ? zone : 'UTC'
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    ...{ timeZone: known, year: 'numeric', month: '2-digit', day: '2-digit' },
  }).formatToParts(at)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}
