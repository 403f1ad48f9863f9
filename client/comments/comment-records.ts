/** What the server knows of a doc's comments, and how to change it. */
import type {
  CommentPart,
  CommentThread,
  CommentThreads,
  DocReader,
} from '@atelier/shared/comments/comment'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/api'
import { asPerson } from '../api/as-person'
import { useChange } from '../api/use-change'
import { useLiveQuery } from '../api/use-live-query'
import { orKeptSince } from '../offline/kept-answer'

const docs = api.docs[':id']
const threads = docs.threads
const thread = threads[':threadId']
const comment = thread.comments[':commentId']

const keyOf = (docId: string) => ['comments', docId] as const

/** `asOf` is when the server said it, where that cannot be asked now. */
type SeenThreads = CommentThreads & { asOf: string | null }

/** Asked for without looking at it, this device knows it. */
export const askThreads = (docId: string): Promise<SeenThreads> =>
  orKeptSince(
    keyOf(docId),
    (): Promise<CommentThreads> => ask(threads.$get({ param: { id: docId } })),
  )

export const useThreads = (docId: string) => useLiveQuery(keyOf(docId), () => askThreads(docId))

export const keptCommentsKey = (docId: string, personId: string | undefined) => [
  'kept-comments',
  docId,
  personId,
]

export const useOpenThreads = (docId: string): number =>
  useThreads(docId).data?.threads.filter(({ resolved }) => resolved === null).length ?? 0

/** Asked for when somebody is about to be mentioned. */
export const useDocReaders = (docId: string, enabled: boolean) =>
  useLiveQuery(
    ['doc-readers', docId],
    (): Promise<DocReader[]> => ask(docs.readers.$get({ param: { id: docId } })),
    enabled,
  )

export type ThreadPlace = { docId: string; threadId: string }
export type CommentPlace = ThreadPlace & { commentId: string }

const inThread = ({ docId, threadId }: ThreadPlace) => ({ id: docId, threadId })
const inComment = ({ commentId, ...place }: CommentPlace) => ({ ...inThread(place), commentId })

type Said = { id: string; body: CommentPart[] }

export const beginThread = (
  docId: string,
  said: Said & { anchor: string | null; quote: string },
  personId: string,
): Promise<unknown> => ask(threads.$post({ param: { id: docId }, json: said }, asPerson(personId)))

export const answerThread = (place: ThreadPlace, said: Said, personId: string): Promise<unknown> =>
  ask(thread.comments.$post({ param: inThread(place), json: said }, asPerson(personId)))

export const changeWords = (place: CommentPlace, body: CommentPart[]): Promise<unknown> =>
  ask(comment.$patch({ param: inComment(place), json: { body } }))

export const moveThread = (
  place: ThreadPlace,
  json: { anchor: string; quote: string },
): Promise<unknown> => ask(thread.anchor.$put({ param: inThread(place), json }))

/** Asked for again, and waited for: what was sent is on screen before it leaves the field. */
export function useRenewThreads(docId: string): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: keyOf(docId) })
}

/** Shown at once; asked for again when the server has answered, also when it refused. */
function showAtOnce(
  queries: QueryClient,
  { docId, threadId }: ThreadPlace,
  change: (thread: CommentThread) => CommentThread,
): void {
  queries.setQueryData<SeenThreads>(
    keyOf(docId),
    (all) =>
      all && {
        ...all,
        threads: all.threads.map((one) => (one.id === threadId ? change(one) : one)),
      },
  )
}

export function useResolve({ docId, threadId }: ThreadPlace, myId: string) {
  const queries = useQueryClient()
  const place = { docId, threadId }
  return useChange(
    (resolve: boolean) => {
      const resolved = resolve ? { at: new Date().toISOString(), by: myId } : null
      showAtOnce(queries, place, (one) => ({ ...one, resolved }))
      const param = inThread(place)
      return ask(resolve ? thread.resolve.$post({ param }) : thread.reopen.$post({ param }))
    },
    { renews: [keyOf(docId)] },
  )
}

export function useReact(place: CommentPlace, myId: string) {
  const queries = useQueryClient()
  return useChange(
    (wish: { emoji: string; given: boolean }) => {
      showAtOnce(queries, place, (one) => withReaction(one, place.commentId, myId, wish))
      return ask(comment.reaction.$put({ param: inComment(place), json: wish }))
    },
    { renews: [keyOf(place.docId)] },
  )
}

export const useDeleteComment = (place: CommentPlace, done: () => void) =>
  useChange((_: null) => ask(comment.$delete({ param: inComment(place) })), {
    renews: [keyOf(place.docId)],
    done,
  })

function withReaction(
  thread: CommentThread,
  commentId: string,
  myId: string,
  { emoji, given }: { emoji: string; given: boolean },
): CommentThread {
  const comments = thread.comments.map((one) => {
    if (one.id !== commentId) return one
    const isThere = one.reactions.some((reaction) => reaction.emoji === emoji)
    const all = isThere ? one.reactions : [...one.reactions, { emoji, by: [] }]
    const reactions = all
      .map((reaction) => {
        if (reaction.emoji !== emoji) return reaction
        const others = reaction.by.filter((id) => id !== myId)
        return { emoji, by: given ? [...others, myId] : others }
      })
      .filter(({ by }) => by.length > 0)
    return { ...one, reactions }
  })
  return { ...thread, comments }
}
