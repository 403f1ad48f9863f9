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
  return (name) => {
    const [, stem = name, ending = ''] = /^(.*?)(\.[^.]{1,8})?$/s.exec(name) ?? []
    let given = name
    for (let count = 2; taken.has(given.toLowerCase()); count++) given = `${stem} ${count}${ending}`
    taken.add(given.toLowerCase())
    return given
  }
}
