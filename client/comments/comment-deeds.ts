/** What one does with a comment, the same in a thread of a doc and on the card of a board. */
import type { CommentCard, CommentPart, DocReader } from '@atelier/shared/comments/comment'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/api'
import { useChange } from '../api/use-change'
import { useLiveQuery } from '../api/use-live-query'
import { type CardPlace, cardTalkKey, inCard, type SeenCardComments } from './card-comment-records'
import { marginKey, showAtOnce, type ThreadPlace, threadsKey } from './comment-records'

export type TalkHome = { docId: string } | { boardId: string } | { sectionId: string }
/** A thread in the margin of a section of a journal. */
export type MarginPlace = { entryId: string; sectionId: string; threadId: string }
export type TalkPlace = ThreadPlace | CardPlace | MarginPlace
export type CommentPlace = TalkPlace & { commentId: string }

const inThread = api.docs[':id'].threads[':threadId'].comments[':commentId']
const inMargin = api.sections[':id'].threads[':threadId'].comments[':commentId']
const onCard = api.boards[':id'].cards[':cardId'].comments[':commentId']

export function homeOf(place: TalkPlace): TalkHome {
  if ('sectionId' in place) return { sectionId: place.sectionId }
  return 'docId' in place ? { docId: place.docId } : { boardId: place.boardId }
}

function idOf(home: TalkHome): string {
  if ('sectionId' in home) return home.sectionId
  return 'docId' in home ? home.docId : home.boardId
}

/** Where what is half written about it is held. Of a margin it says also which entry it is in. */
export function draftsIn(place: TalkPlace): string {
  if ('sectionId' in place) return marginDraftsIn(place)
  return idOf(homeOf(place))
}

export const marginDraftsIn = (place: Pick<MarginPlace, 'entryId' | 'sectionId'>): string =>
  `${place.entryId}:${place.sectionId}`

type InThread = (ThreadPlace | MarginPlace) & { commentId: string }

const threadParam = (place: InThread) => ({
  id: 'docId' in place ? place.docId : place.sectionId,
  threadId: place.threadId,
  commentId: place.commentId,
})
const oneIn = (place: InThread) => ('docId' in place ? inThread : inMargin)
const cardParam = ({ commentId, ...place }: CardPlace & { commentId: string }) => ({
  ...inCard(place),
  commentId,
})

const threadsKeyOf = (place: ThreadPlace | MarginPlace) =>
  'docId' in place ? threadsKey(place.docId) : marginKey(place.sectionId)
const keyOf = (place: TalkPlace) => ('boardId' in place ? cardTalkKey(place) : threadsKeyOf(place))

/** Who may read along, asked for when somebody is about to be mentioned. */
export const useReaders = (home: TalkHome, enabled: boolean) =>
  useLiveQuery(readersKey(home), () => askReaders(home), enabled)

function readersKey(home: TalkHome) {
  if ('sectionId' in home) return ['journals', 'readers', home.sectionId] as const
  return 'docId' in home
    ? (['doc-readers', home.docId] as const)
    : (['board-readers', home.boardId] as const)
}

function askReaders(home: TalkHome): Promise<DocReader[]> {
  const param = { id: idOf(home) }
  if ('sectionId' in home) return ask(api.sections[':id'].readers.$get({ param }))
  return 'docId' in home
    ? ask(api.docs[':id'].readers.$get({ param }))
    : ask(api.boards[':id'].readers.$get({ param }))
}

/** Asked for again, and waited for: what was sent is on screen before it leaves the field. */
export function useRenewTalk(place: TalkPlace): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: keyOf(place) })
}

export const changeWords = (place: CommentPlace, body: CommentPart[]): Promise<unknown> =>
  'boardId' in place
    ? ask(onCard.$patch({ param: cardParam(place), json: { body } }))
    : ask(oneIn(place).$patch({ param: threadParam(place), json: { body } }))

export const useDeleteComment = (place: CommentPlace, done: () => void) =>
  useChange(
    (_: null) =>
      'boardId' in place
        ? ask(onCard.$delete({ param: cardParam(place) }))
        : ask(oneIn(place).$delete({ param: threadParam(place) })),
    { renews: [keyOf(place)], done },
  )

export function useReact(place: CommentPlace, myId: string) {
  const queries = useQueryClient()
  return useChange(
    (json: { emoji: string; given: boolean }) => {
      showChanged(queries, place, (one) => withReaction(one, myId, json))
      return 'boardId' in place
        ? ask(onCard.reaction.$put({ param: cardParam(place), json }))
        : ask(oneIn(place).reaction.$put({ param: threadParam(place), json }))
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
  if (!('boardId' in place))
    showAtOnce(queries, threadsKeyOf(place), place.threadId, (thread) => ({
      ...thread,
      comments: inAll(thread.comments),
    }))
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
  if ('sectionId' in place) {
    const search = new URLSearchParams({ thread: place.threadId })
    return `${origin}/journal/${place.entryId}?${search}`
  }
  const search = new URLSearchParams({ panel: 'comments', thread: place.threadId })
  if (place.commentId !== place.threadId) search.set('comment', place.commentId)
  return `${origin}/docs/${place.docId}?${search}`
}
