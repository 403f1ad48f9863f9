/** Words that are in this tab alone, beside those of rooms: whoever signs out is told of them, and takes them away. */

export type UnsentWords = {
  what: 'entry' | 'week' | 'comment'
  isWaiting(): boolean
  /** Resolves once the server has them, or could not be given them. */
  send(): Promise<unknown>
  /** They are somebody's who is not here any more. */
  forget(): void
}

const places = new Set<UnsentWords>()

export const watchForUnsent = (words: UnsentWords): void => void places.add(words)

/** Sends what can be sent; answers what is left. */
export async function sendUnsent(): Promise<UnsentWords['what'][]> {
  await Promise.all([...places].map((words) => words.send()))
  return [...places].filter((words) => words.isWaiting()).map(({ what }) => what)
}

export function forgetUnsent(): void {
  for (const words of places) words.forget()
}
