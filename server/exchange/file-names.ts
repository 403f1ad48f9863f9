/** Names for files and folders that every system takes. */

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
const longest = 80

/** Of a title; `instead` where nothing is left of it. */
export function safeFileName(title: string, instead: string): string {
  const plain = title
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
    .replace(/[\\/:*?"<>|#%\x00-\x1f\x7f]/g, ' ')
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const cut = [...plain].slice(0, longest).join('').trim()
  return cut === '' || reserved.test(cut) ? instead : cut
}

/** Gives every name once, whatever the size of its letters: `plan.md`, `plan 2.md`. */
export function distinctNames(): (name: string) => string {
  const taken = new Set<string>()
  /** The last number given to a name: thousands may have the same. */
  const counts = new Map<string, number>()
  return (name) => {
    const [, stem = name, ending = ''] = /^(.*?)(\.[^.]{1,8})?$/s.exec(name) ?? []
    const key = name.toLowerCase()
    let count = counts.get(key) ?? 1
    let given = name
    while (taken.has(given.toLowerCase())) given = `${stem} ${++count}${ending}`
    counts.set(key, count)
    taken.add(given.toLowerCase())
    return given
  }
}
