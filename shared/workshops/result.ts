/** What a workshop comes to: decisions, and actions that somebody takes on. */
import * as z from 'zod'
import { words } from '../basics/words'
import { id } from '../people/person'

export const resultKinds = ['decision', 'action'] as const
export type ResultKind = (typeof resultKinds)[number]

const day = z.iso.date()

/** `id` is chosen by whoever writes it, so that what is sent twice is one. `noteId` is the note or group it came of. */
export const newResult = z.object({
  id,
  kind: z.enum(resultKinds),
  words: words.trim().min(1).max(500),
  /** Of an action: a participant. */
  ownerId: id.nullable(),
  due: day.nullable(),
  noteId: id.nullable(),
})
export const changeResult = newResult.pick({ words: true, ownerId: true, due: true }).partial()

export type ChangeResult = z.infer<typeof changeResult>
export const mostResults = 200

/**
 * Where it went on a board: `boardId` is null for who may not read that, and once the board is in the bin; `done` then,
 * and as long as the lists do not know of the card.
 */
export type SentCard = { id: string; boardId: string | null; done: boolean | null }
export type Result = z.infer<typeof newResult> & {
  ownerName: string | null
  card: SentCard | null
  createdAt: string
}

/** What goes onto a board of the same project; `notes` are notes and groups of the wall. Sent twice, it is there once. */
export const sendToBoard = z
  .object({
    boardId: id,
    column: z.string().min(1).max(64),
    results: z.array(id).max(mostResults),
    notes: z.array(id).max(200),
  })
  .refine(({ results, notes }) => results.length + notes.length > 0)
export type SendToBoard = z.infer<typeof sendToBoard>

/** The workshop that this one goes on with, and what became of its actions. */
export type LastTime = { id: string; title: string; endedAt: string | null; actions: Result[] }
