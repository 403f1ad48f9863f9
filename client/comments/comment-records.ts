/** What the server knows of a doc's comments, and how to change it. */
import type { CommentPart, CommentThread, CommentThreads } from '@atelier/shared/comments/comment'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/api'
import { asPerson } from '../api/as-person'
import { useChange } from '../api/use-change'
import { useLiveQuery } from '../api/use-live-query'
import { orKeptSince } from '../offline/kept-answer'

const docs = api.docs[':id']
const threads = docs.threads
const thread = threads[':threadId']

export const threadsKey = (docId: string) => ['comments', docId] as const
/** Of the margin of a section. */
export const marginKey = (sectionId: string) => ['section-comments', sectionId] as const
type ThreadsKey = ReturnType<typeof threadsKey | typeof marginKey>

/** `asOf` is when the server said it, where that cannot be asked now. */
type SeenThreads = CommentThreads & { asOf: string | null }

/** Asked for without looking at it, this device knows it. */
export const askThreads = (docId: string): Promise<SeenThreads> =>
  orKeptSince(
    threadsKey(docId),
    (): Promise<CommentThreads> => ask(threads.$get({ param: { id: docId } })),
  )

export const useThreads = (docId: string) =>
  useLiveQuery(threadsKey(docId), () => askThreads(docId))

export const keptCommentsKey = (docId: string, personId: string | undefined) => [
  'kept-comments',
  docId,
  personId,
]

export const useOpenThreads = (docId: string): number =>
  useThreads(docId).data?.threads.filter(({ resolved }) => resolved === null).length ?? 0

export type ThreadPlace = { docId: string; threadId: string }

const inThread = ({ docId, threadId }: ThreadPlace) => ({ id: docId, threadId })

type Said = { id: string; body: CommentPart[] }

export const beginThread = (
  docId: string,
  said: Said & { anchor: string | null; quote: string },
  personId: string,
): Promise<unknown> => ask(threads.$post({ param: { id: docId }, json: said }, asPerson(personId)))

export const answerThread = (place: ThreadPlace, said: Said, personId: string): Promise<unknown> =>
  ask(thread.comments.$post({ param: inThread(place), json: said }, asPerson(personId)))

export const moveThread = (
  place: ThreadPlace,
  json: { anchor: string; quote: string },
): Promise<unknown> => ask(thread.anchor.$put({ param: inThread(place), json }))

/** Asked for again, and waited for: what was sent is on screen before it leaves the field. */
export function useRenewThreads(docId: string): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: threadsKey(docId) })
}

/** Shown at once; asked for again when the server has answered, also when it refused. */
export function showAtOnce(
  queries: QueryClient,
  key: ThreadsKey,
  threadId: string,
  change: (thread: CommentThread) => CommentThread,
): void {
  queries.setQueryData<SeenThreads>(
    key,
    (all) =>
      all && {
        ...all,
        threads: all.threads.map((one) => (one.id === threadId ? change(one) : one)),
      },
  )
}

export function useResolve({ docId, threadId }: ThreadPlace, myId: string) {
  const queries = useQueryClient()
  const key = threadsKey(docId)
  return useChange(
    (resolve: boolean) => {
      const resolved = resolve ? { at: new Date().toISOString(), by: myId } : null
      showAtOnce(queries, key, threadId, (one) => ({ ...one, resolved }))
      const param = inThread({ docId, threadId })
      return ask(resolve ? thread.resolve.$post({ param }) : thread.reopen.$post({ param }))
    },
    { renews: [key] },
  )
}
