/**
 * A card of a board in a project’s zip. Days and times that are none, and what is spoiled in a list,
 * are left out: `isSpoiled` tells.
 */
import * as z from 'zod'
import { isUuid } from '../basics/uuid'
import { longest, mostPoints, type Root } from '../boards/board-shape'
import { isDate } from '../boards/due'
import { readUnknown } from '../boards/unknown-keys'
import { oneEmoji } from '../comments/comment'
import { emojiPerComment } from '../comments/limits'
import { longestOutcome, mostContributions } from '../outcomes/outcome'
import { personColours } from '../people/choices'

/** Of a column, card or label inside its board. */
export const part = z.string().min(1).max(200)
export const lineLength = 10_000
export const line = z.string().max(lineLength)
const time = z.iso.datetime({ offset: true }).transform(timeOf).catch(null)
const day = z.string().refine(isDate).nullable().catch(null)

/** As a time is written here; null for what is none, or beyond the years from 1 to 9999. */
export function timeOf(value: unknown): string | null {
  const time = typeof value === 'string' ? new Date(value) : null
  if (time === null || Number.isNaN(time.getTime())) return null
  const written = time.toISOString()
  return /^(?!0000)\d{4}-/.test(written) ? written : null
}

export const mostOfCard = {
  labels: 1000,
  people: 500,
  lists: 200,
  items: 1000,
  files: 500,
  others: 1000,
  comments: 500,
} as const

/** Those of a list that are whole. */
const listOf = <T extends z.ZodType>(shape: T, most: number) =>
  z
    .array(z.unknown())
    .catch([])
    .default([])
    .transform((items) =>
      items.slice(0, most).flatMap((item): z.output<T>[] => {
        const read = shape.safeParse(item)
        return read.success ? [read.data] : []
      }),
    )

/** What a newer version wrote, under one key by this name. */
export const unknownOf = (root: Root) =>
  z
    .unknown()
    .transform((written) => readUnknown(root, written))
    .optional()

const uuid = z.string().refine(isUuid)
const person = z.object({ id: uuid, name: z.string().max(500).catch('') })
const people = listOf(person, mostOfCard.people)
const said = z.string().max(longest.learning)

const checklist = z.object({
  name: line.catch(''),
  items: listOf(z.object({ text: line, done: z.boolean().catch(false) }), mostOfCard.items),
})

/** `author` where they are somebody here, or else `name` what they are called where it was said. */
/** Who gave it, by what. */
const reaction = z.object({ emoji: oneEmoji, people: listOf(person, mostOfCard.people) })

const comment = z.object({
  author: person.nullable().catch(null),
  name: z.string().max(500).catch(''),
  at: time,
  text: z.string().max(lineLength),
  reactions: listOf(reaction, emojiPerComment),
})

const attachment = z.object({
  file: uuid,
  name: z.string().max(1000).catch(''),
  mime: z.string().max(200).catch(''),
  size: z.number().nonnegative().catch(0),
  addedAt: z.string().max(40).catch(''),
})

const cover = z
  .union([z.object({ file: uuid }), z.object({ colour: z.enum(personColours) })])
  .nullable()
  .catch(null)

const outcome = z.object({ id: uuid, name: z.string().max(longestOutcome.name).catch('') })

const shape = z.object({
  id: part,
  title: line,
  labels: z.array(part).max(mostOfCard.labels).default([]),
  assignees: people,
  /** By their ids where it came from; a project's zip says more of them. */
  outcomes: listOf(outcome, mostContributions),
  /** Of before a card could have several. */
  assignee: person.nullable().default(null),
  start: day,
  due: day,
  estimate: z.number().min(0).max(mostPoints).nullable().catch(null),
  checklists: listOf(checklist, mostOfCard.lists),
  attachments: listOf(attachment, mostOfCard.files),
  cover,
  /** Ids of cards of the same board, as are the next two. */
  blocks: listOf(part, mostOfCard.others),
  partOf: part.nullable().catch(null),
  duplicates: part.nullable().catch(null),
  goals: listOf(z.object({ person, text: said, helpers: people }), mostOfCard.people),
  learned: listOf(z.object({ person, text: said }), mostOfCard.people),
  asked: people,
  comments: listOf(comment, mostOfCard.comments),
  createdAt: time,
  /** ProseMirror’s JSON, of which nothing is taken for granted. */
  description: z.unknown().optional(),
  /** Only of archived cards and templates: where the card was, and until when. */
  column: part.nullable().default(null),
  archivedAt: time,
  isTemplate: z.boolean().catch(false),
  unknownKeys: unknownOf('cards'),
})

export const cardContent = shape.transform(({ assignee, ...card }) => ({
  ...card,
  assignees: assignee && card.assignees.length === 0 ? [assignee] : card.assignees,
}))
export type CardContent = z.output<typeof cardContent>
export type ShownCard = Omit<CardContent, 'column' | 'archivedAt' | 'isTemplate'>
export type CommentContent = z.output<typeof comment>
export type PersonContent = z.output<typeof person>

/** Everybody who is named on it, but in its description. */
export const peopleOfCard = ({
  assignees,
  goals,
  learned,
  asked,
  comments,
}: ShownCard): PersonContent[] => [
  ...assignees,
  ...asked,
  ...goals.flatMap(({ person, helpers }) => [person, ...helpers]),
  ...learned.map((note) => note.person),
  ...comments.flatMap(({ author, reactions }) => [
    ...(author ? [author] : []),
    ...reactions.flatMap(({ people }) => people),
  ]),
]

const values = ['start', 'due', 'createdAt', 'archivedAt', 'estimate', 'cover', 'partOf'] as const
const lists = [
  ...([
    'assignees',
    'outcomes',
    'checklists',
    'attachments',
    'blocks',
    'goals',
    'learned',
    'asked',
    'comments',
  ] as const),
]

/** Whether something of a card is not as it was written. */
export const isSpoiled = (written: Readonly<Record<string, unknown>>, card: CardContent): boolean =>
  values.some((key) => (written[key] ?? null) !== null && card[key] === null) ||
  lists.some((key) => written[key] !== undefined && lengthOf(written[key]) !== card[key].length) ||
  keysIn(written.unknownKeys) !== keysIn(card.unknownKeys)

const keysIn = (value: unknown) =>
  typeof value === 'object' && value !== null ? Object.keys(value).length : 0

const lengthOf = (value: unknown) => (Array.isArray(value) ? value.length : -1)
