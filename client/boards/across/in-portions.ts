import { codeOf } from '../../api/request-failed'

export type Portions<T> = {
  answers: T[]
  /** Where it ended too early: of `portion` nobody knows what became, `rest` was not sent. */
  broken: { error: unknown; portion: readonly string[]; rest: readonly string[] } | null
}

/** Sends so many at once, one request after the other. Rejects where the first is refused: then nothing was done. */
export async function inPortions<T>(
  cards: readonly string[],
  most: number,
  send: (portion: string[]) => Promise<T>,
): Promise<Portions<T>> {
  const answers: T[] = []
  for (let at = 0; at < cards.length; at += most) {
    const portion = cards.slice(at, at + most)
    try {
      answers.push(await send(portion))
    } catch (error) {
      const mayBeDone = at > 0 || ['unreachable', 'bug'].includes(codeOf(error))
      if (!mayBeDone) throw error
      return { answers, broken: { error, portion, rest: cards.slice(at + most) } }
    }
  }
  return { answers, broken: null }
}
