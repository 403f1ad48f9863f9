/** What one does with a comment, the same in a thread of a doc and on the card of a board. */
import type { CommentCard, CommentPart, DocReader } from '@atelier/shared/comments/comment'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/api'
import { useChange } from '../api/use-change'
import { useLiveQuery } from '../api/use-live-query'
import { type CardPlace, cardTalkKey, inCard, type SeenCardComments } from './card-comment-records'
import { showAtOnce, type ThreadPlace, threadsKey } from './comment-records'

export type TalkHome = { docId: string } | { boardId: string }
export type TalkPlace = ThreadPlace | CardPlace
export type CommentPlace = TalkPlace & { commentId: string }

const inThread = api.docs[':id'].threads[':threadId'].comments[':commentId']
const onCard = api.boards[':id'].cards[':cardId'].comments[':commentId']

export const homeOf = (place: TalkPlace): TalkHome =>
  'docId' in place ? { docId: place.docId } : { boardId: place.boardId }

export const idOf = (home: TalkHome): string => ('docId' in home ? home.docId : home.boardId)

const threadParam = ({ docId, threadId, commentId }: ThreadPlace & { commentId: string }) => ({
  id: docId,
  threadId,
  commentId,
})
const cardParam = ({ commentId, ...place }: CardPlace & { commentId: string }) => ({
  ...inCard(place),
  commentId,
})

const keyOf = (place: TalkPlace) =>
  'docId' in place ? threadsKey(place.docId) : cardTalkKey(place)

/** Who may read along, asked for when somebody is about to be mentioned. */
export const useReaders = (home: TalkHome, enabled: boolean) =>
  useLiveQuery(
    'docId' in home ? ['doc-readers', home.docId] : ['board-readers', home.boardId],
    (): Promise<DocReader[]> =>
      'docId' in home
        ? ask(api.docs[':id'].readers.$get({ param: { id: home.docId } }))
        : ask(api.boards[':id'].readers.$get({ param: { id: home.boardId } })),
    enabled,
  )

/** Asked for again, and waited for: what was sent is on screen before it leaves the field. */
export function useRenewTalk(place: TalkPlace): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: keyOf(place) })
}

export const changeWords = (place: CommentPlace, body: CommentPart[]): Promise<unknown> =>
  'docId' in place
    ? ask(inThread.$patch({ param: threadParam(place), json: { body } }))
    : ask(onCard.$patch({ param: cardParam(place), json: { body } }))

export const useDeleteComment = (place: CommentPlace, done: () => void) =>
  useChange(
    (_: null) =>
      'docId' in place
        ? ask(inThread.$delete({ param: threadParam(place) }))
        : ask(onCard.$delete({ param: cardParam(place) })),
    { renews: [keyOf(place)], done },
  )

export function useReact(place: CommentPlace, myId: string) {
  const queries = useQueryClient()
  return useChange(
    (json: { emoji: string; given: boolean }) => {
      showChanged(queries, place, (one) => withReaction(one, myId, json))
      return 'docId' in place
        ? ask(inThread.reaction.$put({ param: threadParam(place), json }))
        : ask(onCard.reaction.$put({ param: cardParam(place), json }))
    },
    { renews: [keyOf(place)] },
  )
}

/** At once; asked for again when the server has answered. */
function showChanged(
  queries: QueryClient,
  place: CommentPlace,
  change: (comment: CommentCard) => CommentCard,
): void {
  const inAll = (comments: CommentCard[]) =>
    comments.map((one) => (one.id === place.commentId ? change(one) : one))
  if ('docId' in place)
    showAtOnce(queries, place, (thread) => ({ ...thread, comments: inAll(thread.comments) }))
  else
    queries.setQueryData<SeenCardComments>(
      cardTalkKey(place),
      (all) => all && { ...all, comments: inAll(all.comments) },
    )
}

function withReaction(
  comment: CommentCard,
  myId: string,
  { emoji, given }: { emoji: string; given: boolean },
): CommentCard {
  const isThere = comment.reactions.some((reaction) => reaction.emoji === emoji)
  const all = isThere ? comment.reactions : [...comment.reactions, { emoji, by: [] }]
  const reactions = all
    .map((reaction) => {
      if (reaction.emoji !== emoji) return reaction
      const others = reaction.by.filter((id) => id !== myId)
      return { emoji, by: given ? [...others, myId] : others }
    })
    .filter(({ by }) => by.length > 0)
  return { ...comment, reactions }
}

export function linkToComment(place: CommentPlace): string {
  const { origin } = window.location
  if ('boardId' in place) {
    const search = new URLSearchParams({ card: place.cardId, comment: place.commentId })
    return `${origin}/boards/${place.boardId}?${search}`
  }
  const search = new URLSearchParams({ panel: 'comments', thread: place.threadId })
  if (place.commentId !== place.threadId) search.set('comment', place.commentId)
  return `${origin}/docs/${place.docId}?${search}`
}
