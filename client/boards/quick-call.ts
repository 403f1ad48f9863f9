import { folded } from '@atelier/shared/basics/folded'

/** Behind an "@" or a "#" that the caret stands at: which, where, and the letters since. */
export type QuickCall = { mark: '@' | '#'; at: number; letters: string }

const mostLetters = 40
const mostWords = 3
const mostOffered = 6

export function quickCallAt(text: string, caret: number): QuickCall | null {
  const found = /(?:^|\s)([@#])([^@#\n]*)$/.exec(text.slice(0, caret))
  const [, mark, letters = ''] = found ?? []
  if ((mark !== '@' && mark !== '#') || letters.length > mostLetters) return null
  // Behind a space that ends a word, the sentence goes on; a name of more words is a sentence, too.
  if (/^\s|\s$/.test(letters) || letters.split(/\s+/).length > mostWords) return null
  return { mark, at: caret - letters.length - 1, letters }
}

/** Those whose name, or a word of it, begins so; none where one is written out already. */
export function offeredFor<T extends { name: string }>(all: readonly T[], letters: string): T[] {
  const typed = folded(letters)
  if (all.some(({ name }) => folded(name) === typed)) return []
  return all
    .filter(({ name }) => {
      const words = folded(name)
      return words.startsWith(typed) || words.split(/[\s-]+/).some((word) => word.startsWith(typed))
    })
    .slice(0, mostOffered)
}

/** The text with the call written out, and where the caret goes. */
export function written(
  text: string,
  { mark, at, letters }: QuickCall,
  name: string,
): { text: string; caret: number } {
  const before = `${text.slice(0, at)}${mark}${name} `
  const rest = text.slice(at + 1 + letters.length).replace(/^\s+/, '')
  return { text: before + rest, caret: before.length }
}
