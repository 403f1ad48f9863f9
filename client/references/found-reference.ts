/** What a reference is called now. All that are asked for in one moment go in one request. */
import {
  type FoundReference,
  mostReferences,
  type Reference,
} from '@atelier/shared/references/reference'
import { queryOptions } from '@tanstack/react-query'
import { api, ask } from '../api/api'

type Answer = FoundReference | null
type Waiting = {
  reference: Reference
  resolve: (answer: Answer) => void
  reject: (error: unknown) => void
}

let waiting: Waiting[] = []

/** Null for what is not there, or not for this person. */
export const referenceQuery = (reference: Reference) =>
  queryOptions<Answer>({
    queryKey: ['reference', keyOf(reference)],
    queryFn: () =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setTimeout(askAll)
        waiting.push({ reference, resolve, reject })
      }),
    staleTime: 60_000,
  })

const keyOf = (reference: Reference): string =>
  reference.kind === 'card'
    ? `card ${reference.boardId} ${reference.id}`
    : `${reference.kind} ${reference.id}`

function askAll(): void {
  const all = waiting
  waiting = []
  for (let from = 0; from < all.length; from += mostReferences) {
    void askSome(all.slice(from, from + mostReferences))
  }
}

async function askSome(some: Waiting[]): Promise<void> {
  const references = some.map(({ reference }) => reference)
  try {
    const { found } = await ask(api.references.$post({ json: { references } }))
    for (const [nth, { resolve }] of some.entries()) resolve(found[nth] ?? null)
  } catch (error) {
    for (const { reject } of some) reject(error)
  }
}
