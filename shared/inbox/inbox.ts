/**
 * What somebody is told because it concerns them. Nothing of it is kept but who, what kind and where: titles
 * and words are looked up whenever the inbox is read, with its owner's rights at that moment. Routes:
 * server/inbox/inbox-routes.ts; a notice `inbox` goes to the owner's own sockets whenever it changes.
 */
import * as z from 'zod'
import type { MentorshipRole } from '../access/roles'
import type { CommentFace } from '../comments/comment'
import type { MentorshipKind } from '../mentorships/mentorship'
import { id } from '../people/person'

export const inboxKinds = [
  /** To a card. */
  'assigned',
  /** In a comment, in a doc's text or in a card's description: where `comment` is null, in the text. */
  'mentioned',
  /** Somebody said something in a thread in which they have spoken. */
  'answered',
  /** In the margin of a section of a journal that they read. */
  'commented',
  /** A question there, for the next session of a mentorship. */
  'left-open',
  /** A card they watch: `changes` says how. */
  'card-changed',
  /** A rule of a board says so, for a card that came into a column. */
  'rule',
  /** What they learned by doing a card. */
  'asked-learned',
  /** As one who can help with a learning goal. */
  'named-helper',
  /** A card of theirs, on `day`. */
  'due-tomorrow',
  /** A card of theirs was due on `day`. */
  'overdue',
  /** Somebody asks them into a training record. */
  'training-asked',
  /** A week of a training record, or what is added to one, waits for their signature. */
  'week-submitted',
  /** A week of their training record came back before anybody had signed it. */
  'week-returned',
  /** Somebody who signs asks for an addendum to a week that is signed. */
  'addendum-asked',
  /** For a mentorship, or into a circle. Such an item goes once they have answered. */
  'mentorship-asked',
  /** Yes or no, to what they asked, or to a circle they have said yes to. */
  'mentorship-answered',
  /** A version waits for their yes, and goes once they have said it, or there is another. */
  'agreement-proposed',
  /** Of one mentorship there is one of these two: how it stands. */
  'mentorship-paused',
  'mentorship-resumed',
  /** And is to be looked back on. */
  'mentorship-ended',
] as const
export type InboxKind = (typeof inboxKinds)[number]

export const cardChanges = [
  /** To another column. */
  'moved',
  'archived',
  'restored',
  /** Its due day: another, a first one, or none any more. */
  'due',
  'commented',
  /** Somebody wrote what they learned. */
  'learned',
] as const
export type CardChange = (typeof cardChanges)[number]

/** As the lists know it now. All of it is empty or null as long as they do not know it yet. */
export type InboxCard = {
  id: string
  title: string | null
  /** Its column's name. */
  column: string
  due: string | null
  done: boolean
  archived: boolean
}

export type InboxPlace =
  | { kind: 'doc'; id: string; title: string }
  | { kind: 'board'; id: string; title: string; card: InboxCard }
  /** Of a journal: whose it is. No title, and no words of it. */
  | { kind: 'section'; id: string; entryId: string; author: CommentFace; isOwn: boolean }
  /** `role` is the reader's; `said` is what `actor` has answered, null for nothing yet. No words of it. */
  | {
      kind: 'mentorship'
      id: string
      of: MentorshipKind
      role: MentorshipRole
      said: boolean | null
    }
  /** `week` as in `2026-W40`. No words of it. */
  | { kind: 'training-week'; recordId: string; week: string }
  | { kind: 'training-record'; id: string }

export type InboxItem = {
  id: string
  kind: InboxKind
  /** ISO 8601; of several changes of a card, the last. */
  at: string
  isRead: boolean
  /** Null where it is not known, was nobody, or was more than one. */
  actor: CommentFace | null
  place: InboxPlace
  /** Null for who may read the doc, but not the project it is in; and for all that is in none. */
  project: { id: string; title: string } | null
  /** The beginning of its words, as they are now; null in a journal, where they are read beside what they are about. */
  comment: { id: string; threadId: string; words: string | null } | null
  /** Only of `card-changed`, in the order of `cardChanges`. */
  changes: CardChange[]
  /** How many changes of the card it stands for; 1 for all other kinds. */
  times: number
  /** Only of `due-tomorrow` and `overdue`, `YYYY-MM-DD`. Such an item goes once it is not so any more. */
  day: string | null
}

/** The newest first. `next` is to be sent as `before` for what comes after; null at the end. */
export type InboxPage = { items: InboxItem[]; next: string | null }

export const inboxPageSize = 30

/** `GET /api/me/inbox?show=unread&before=…`; what cannot be read is as if it was not said. */
export const askInbox = z.object({
  show: z.enum(['all', 'unread']).catch('all'),
  before: z
    .string()
    .regex(/^\d{1,15}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .optional()
    .catch(undefined),
})

/** `GET /api/me/inbox/unread`. Never more than `mostInbox`. */
export type InboxCount = { unread: number }

/** So many are kept for each person; older ones go. Read ones go after `inboxDays`. */
export const mostInbox = 1_000
export const inboxDays = 90

/**
 * `PATCH /api/me/inbox`: read, or unread again. Of `all`, those that came after `until` (an item's `at`) stay
 * as they are: they were not seen.
 */
export const markInbox = z.union([
  z.strictObject({ ids: z.array(id).min(1).max(200), read: z.boolean() }),
  z.strictObject({ all: z.literal(true), read: z.boolean(), until: z.iso.datetime().optional() }),
])
export type MarkInbox = z.infer<typeof markInbox>

/**
 * `GET` and `PUT /api/boards/:id/muted`: of a board that somebody has muted they are told only what is addressed
 * to them by name.
 */
export const boardMuted = z.strictObject({ muted: z.boolean() })
export type BoardMuted = z.infer<typeof boardMuted>

/** By name: somebody meant this person, and not everybody whom a card concerns. */
export const kindsByName: readonly InboxKind[] = [
  'assigned',
  'mentioned',
  'left-open',
  'asked-learned',
  'named-helper',
  'training-asked',
  'week-submitted',
  'week-returned',
  'addendum-asked',
  'mentorship-asked',
  'mentorship-answered',
  'agreement-proposed',
]

/** `GET` and `PUT /api/me/inbox/settings`: the kinds of which somebody does not want to be told. */
export const inboxSettings = z.strictObject({
  off: z.array(z.enum(inboxKinds)).max(inboxKinds.length),
})
export type InboxSettings = z.infer<typeof inboxSettings>
