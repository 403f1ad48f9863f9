/** What people say about a card of a board. Routes: server/boards/card-comment-routes.ts. */
import * as z from 'zod'
import type { CommentCard, CommentFace } from './comment'

/** Oldest first; `people` are all who are named by id. */
export type CardComments = { comments: CommentCard[]; people: CommentFace[] }

export const changeWatching = z.object({ watching: z.boolean() })

const shape = /^[0-9A-Za-z_-]{1,64}$/

/** Whether it may be the id of a card; which cards there are only the board's room knows. */
export const isCardId = (value: string): boolean => shape.test(value)
