/** A workshop: its wall is a room, its people, stages, timer and votes are records. */
import * as z from 'zod'
import type { WorkshopSubject } from '../access/can-in-workshops'
import type { SeatRole, SeatState } from '../access/roles'
import { words } from '../basics/words'
import type { Language, PersonColour } from '../people/choices'
import { languages } from '../people/choices'
import { id } from '../people/person'
import type { LocalWords, Stage } from './stage'

const workshopTitle = words.trim().min(1).max(120)
/** Something can be seen of it. */
const nickname = words
  .trim()
  .min(1)
  .max(40)
  .regex(/[^\p{C}\p{Z}\p{M}]/u)

/** Eight signs without those that look alike; written in two halves of four, in any case. */
export const codeSigns = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
export const codeLength = 8
/** What somebody typed or a link carries, as it is kept; null for what can be no code. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  const isCode = code.length === codeLength && [...code].every((sign) => codeSigns.includes(sign))
  return isCode ? code : null
}
export const showCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

export const newWorkshop = z.object({
  title: workshopTitle,
  /** Of the kit whose agenda it begins with. */
  kit: z.string().min(1).max(40),
  language: z.enum(languages),
  /** The one whose series it goes on with. */
  after: id.optional(),
})
export type NewWorkshop = z.infer<typeof newWorkshop>

/** `lobby`: whoever comes by the link waits until they are let in. `locked`: nobody comes in by it. */
export const changeWorkshop = z
  .object({ title: workshopTitle, lobby: z.boolean(), locked: z.boolean(), roams: z.boolean() })
  .partial()

export const lookUpWorkshop = z.object({ code: z.string().max(20) })
/**
 * Refused as `not-found` for a wrong code, `expired` where it has ended; by a problem of the field `code` as `forbidden`
 * with `locked` or `removed`, and as `conflict` with `full`.
 */
export const joinWorkshop = lookUpWorkshop.extend({ nickname })

/** At the same time, and of all who ever came. */
export const mostSeats = 300
export const mostSeatsEver = 1500

/** What whoever has the link is told before they come in. */
export type Doorplate = {
  id: string
  title: string
  workspace: string
  state: WorkshopState
  lobby: boolean
  locked: boolean
}

/** `planned` until it is begun; `ended` workshops are read, and written in by nobody. */
export const workshopStates = ['planned', 'open', 'ended'] as const
export type WorkshopState = (typeof workshopStates)[number]

/** `from` is the stage they were looking at: of two who go on at the same moment one does. */
export const goToStage = z.object({ stageId: id, from: id.nullable() })

export const changeTimer = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('start'),
    seconds: z
      .int()
      .min(5)
      .max(4 * 60 * 60),
  }),
  z.object({ act: z.literal('add'), seconds: z.int().min(-3600).max(3600) }),
  z.object({ act: z.enum(['pause', 'resume', 'stop']) }),
])
export type ChangeTimer = z.infer<typeof changeTimer>

/** By the server's clock: `endsAt` in ISO 8601 while it runs, milliseconds that are left while it is paused. */
export type Timer =
  | { state: 'running'; endsAt: string; totalMs: number }
  | { state: 'paused'; leftMs: number; totalMs: number }

/** One's own seat in a workshop. `id` is that of the participant: in it, a guest has no other. */
export type Seat = {
  id: string
  name: string
  colour: PersonColour
  role: SeatRole
  state: SeatState
  isGuest: boolean
  /** The room of the notes they write unseen. */
  padId: string
  /** The stage they have said to be done with. */
  doneStageId: string | null
}

/** Somebody else's seat, as all in the workshop see it. */
export type Participant = Pick<Seat, 'id' | 'name' | 'colour' | 'role' | 'state' | 'isGuest'> & {
  /** Of the account behind it, null for guests. */
  personId: string | null
  here: boolean
  done: boolean
}

export const changeSeat = z.object({ name: nickname, doneStageId: id.nullable() }).partial()
export const changeParticipant = z
  .object({ state: z.enum(['in', 'removed']), role: z.enum(['facilitator', 'participant']) })
  .partial()

/** What everybody in a workshop knows of it. Times are ISO 8601. */
export type WorkshopPage = {
  id: string
  title: string
  state: WorkshopState
  /** Null for who may not read it. */
  project: { id: string; title: string } | null
  kit: { key: string; version: number; title: LocalWords }
  language: Language
  stages: Stage[]
  /** Where everybody is, null before it is begun. */
  stageId: string | null
  /** Whether people look at any stage they like. */
  roams: boolean
  lobby: boolean
  locked: boolean
  timer: Timer | null
  /** The server's clock when it answered. */
  now: string
  /** What decides about the asking person, for `canInWorkshop`. */
  rights: WorkshopSubject
  me: Seat | null
  /** The code of its link; null for who may not invite. */
  code: string | null
  /** Who are let in. */
  people: number
  /** Of them, who say they are done with this stage. */
  done: number
  startedAt: string | null
  endedAt: string | null
}

/** In a list of a project's workshops. */
export type WorkshopCard = {
  id: string
  title: string
  state: WorkshopState
  kit: LocalWords
  people: number
  changedAt: string
}

/** With fewer, who said something unseen can be guessed: it is said. */
const thinBelow = 5
export const isThin = (people: number) => people < thinBelow
