/** The catalogues say the same things in every language. */

/** Flat: `menu.rename` → text. */
export type Catalogue = Map<string, string>

export function flatten(json: unknown, prefix = ''): Catalogue {
  const flat: Catalogue = new Map()
  for (const [key, value] of Object.entries(json as Record<string, unknown>)) {
    const name = prefix === '' ? key : `${prefix}.${key}`
    if (typeof value === 'string') flat.set(name, value)
    else for (const [inner, text] of flatten(value, name)) flat.set(inner, text)
  }
  return flat
}

/** What is wrong between a text in English and in another language, both of the same noun. */
export function catalogueFaults(english: Catalogue, other: Catalogue): string[] {
  const keys = [...new Set([...english.keys(), ...other.keys()])]
  return keys.flatMap((key) =>
    textFaults(english.get(key), other.get(key)).map((fault) => `${key} ${fault}`),
  )
}

function textFaults(english: string | undefined, other: string | undefined): string[] {
  if (english === undefined) return ['is missing in English']
  if (other === undefined) return ['is missing']
  if (english.trim() === '' || other.trim() === '') return ['is empty']
  const faults: string[] = []
  if (placesIn(english) !== placesIn(other)) faults.push('has other placeholders')
  if (/["]/.test(english + other)) faults.push('has straight quotation marks')
  return faults
}

const placesIn = (text: string) =>
  [
    ...new Set(
      [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}|<\/?(\w+)>/g)].map((m) => m[1] ?? `<${m[2]}>`),
    ),
  ]
    .sort()
    .join(' ')
