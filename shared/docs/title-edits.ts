import type * as Y from 'yjs'

/** Gives a doc without a title its first one. */
export function beginTitle(title: Y.Text, words: string): void {
  if (title.length === 0) title.insert(0, words)
}
