/**
 * The one way in which something is written down before it is hashed or signed, so that the same content is always the
 * same bytes: JSON without spaces, the keys of each object in order of their UTF-16 code units, texts in Unicode's
 * form NFC, numbers whole and safe. What could be written in two ways is refused: no fractions, no undefined.
 */
export type Plain =
  | string
  | number
  | boolean
  | null
  | readonly Plain[]
  | { readonly [key: string]: Plain }

export function canonicalJson(value: Plain): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return wholeNumber(value)
  if (typeof value === 'string') return JSON.stringify(canonicalText(value))
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object') return objectOf(value as { [key: string]: Plain })
  throw new Error(`a ${typeof value} has no canonical form`)
}

/** Half a character, which nothing outside a string can hold, is one that says so. */
export const canonicalText = (text: string): string =>
  text.replace(/\p{Surrogate}/gu, '\ufffd').normalize('NFC')

function wholeNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is no whole number`)
  return String(Object.is(value, -0) ? 0 : value)
}

function objectOf(value: { [key: string]: Plain }): string {
  const parts = new Map<string, string>()
  for (const [key, inner] of Object.entries(value)) {
    const name = canonicalText(key)
    if (parts.has(name)) throw new Error(`${name} is there twice`)
    parts.set(name, canonicalJson(inner))
  }
  const inOrder = [...parts].sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${inOrder.map(([key, inner]) => `${JSON.stringify(key)}:${inner}`).join(',')}}`
}
