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

/** `card` is where it went on a board; `board` null for who may not read that. */
export type Result = z.infer<typeof newResult> & {
  ownerName: string | null
  card: { id: string; boardId: string; done: boolean | null } | null
  createdAt: string
}
