/** What the server knows of what is said about the cards of a board. */
import type { CardComments } from '@atelier/shared/comments/card-comment'
import type { CommentPart } from '@atelier/shared/comments/comment'
import { api, ask } from '../api/api'
import { asPerson } from '../api/as-person'
import { liveQuery, useLiveQuery } from '../api/use-live-query'
import { orKept, orKeptSince } from '../offline/kept-answer'

const board = api.boards[':id']
const card = board.cards[':cardId']

export type CardPlace = { boardId: string; cardId: string }

export const cardTalkKey = ({ boardId, cardId }: CardPlace) =>
  ['comments', boardId, 'card', cardId] as const

/** `asOf` is when the server said it, where that cannot be asked now. */
export type SeenCardComments = CardComments & { asOf: string | null }

export const inCard = ({ boardId, cardId }: CardPlace) => ({ id: boardId, cardId })

export const useCardComments = (place: CardPlace) =>
  useLiveQuery(
    cardTalkKey(place),
    (): Promise<SeenCardComments> =>
      orKeptSince(
        cardTalkKey(place),
        (): Promise<CardComments> => ask(card.comments.$get({ param: inCard(place) })),
      ),
  )

/** How much is said about each card of the board; cards about which nothing is are missing. */
export const commentCountsQuery = (boardId: string) =>
  liveQuery(['comments', boardId, 'counts'], () =>
    orKept(
      ['comments', boardId, 'counts'],
      (): Promise<Record<string, number>> =>
        ask(board['comment-counts'].$get({ param: { id: boardId } })),
    ),
  )

export const sayAboutCard = (
  place: CardPlace,
  said: { id: string; body: CommentPart[] },
  personId: string,
): Promise<unknown> =>
  ask(card.comments.$post({ param: inCard(place), json: said }, asPerson(personId)))

/** By card: true where one watches it, false where one has said that one does not want to. */
export const watchesQuery = (boardId: string) =>
  liveQuery(
    ['watching', boardId],
    (): Promise<Record<string, boolean>> => ask(board.watching.$get({ param: { id: boardId } })),
  )
