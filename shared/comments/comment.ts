/** What people say beside a room's content. Routes: server/comments/comment-routes.ts. */
import * as z from 'zod'
import { id, type PersonCard } from '../people/person'
import { decodeAnchor } from './anchor'
import { anchorFromText } from './anchor-text'
import { tidyParts } from './comment-words'
import { commentLength, quoteLength } from './limits'

/** Words, or somebody who is called by them. `name` is what they were called then. */
export type CommentPart = { text: string } | { person: string; name: string }

const part = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ person: id, name: z.string().min(1).max(80) }),
])

const lengthOf = (parts: CommentPart[]) =>
  parts.reduce((sum, one) => sum + ('text' in one ? one.text : one.name).length, 0)

const commentBody = z
  .array(part)
  .max(400)
  .transform(tidyParts)
  .superRefine((parts, context) => {
    if (parts.length === 0) {
      context.addIssue({ code: 'too_small', origin: 'string', minimum: 1 })
    }
    if (lengthOf(parts) > commentLength) {
      context.addIssue({ code: 'too_big', origin: 'string', maximum: commentLength })
    }
  })

/** As text over JSON; what cannot be read is refused, what it points to is never trusted. */
const anchor = z
  .string()
  .max(1_000)
  .transform((text, context) => {
    const bytes = anchorFromText(text)
    if (bytes !== null && decodeAnchor(bytes) !== null) return bytes
    context.addIssue({ code: 'custom' })
    return z.NEVER
  })

const quote = z
  .string()
  .max(quoteLength)
  .transform((text) => text.replaceAll('\u0000', ''))

/** `id` is made by whoever writes, so that sending twice says it once. */
export const newComment = z.object({ id, body: commentBody })
export const newThread = newComment.extend({ anchor: anchor.nullable(), quote })
export const changeComment = z.object({ body: commentBody })
export const moveAnchor = z.object({ anchor, quote })

/** One emoji, as people see one. */
export const oneEmoji = z
  .string()
  .max(40)
  .regex(/^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3)/u)
  .refine((text) => [...new Intl.Segmenter().segment(text)].length === 1)
export const giveReaction = z.object({ emoji: oneEmoji, given: z.boolean() })

export type CommentFace = Pick<PersonCard, 'id' | 'name' | 'colour'>

/** `body` is null once it was deleted. Times are ISO 8601. */
export type CommentCard = {
  id: string
  authorId: string
  /** Of what was brought in: by whom, and from whom where that is nobody here (`''` where nobody knows). */
  imported: { by: string; from: string | null } | null
  body: CommentPart[] | null
  createdAt: string
  editedAt: string | null
  /** In the order they first came; who gave them by id. */
  reactions: { emoji: string; by: string[] }[]
}

/** `anchor` as text (anchor-text.ts), null where it is about the whole. Comments oldest first, never none. */
export type CommentThread = {
  id: string
  anchor: string | null
  quote: string
  createdBy: string
  createdAt: string
  resolved: { at: string; by: string } | null
  comments: CommentCard[]
}

/** `people` are all who are named by id. */
export type CommentThreads = { threads: CommentThread[]; people: CommentFace[] }

/** Who may read along, and so can be mentioned. */
export type DocReader = CommentFace & Pick<PersonCard, 'department' | 'organisation'>

/** Who here said it; null where it was brought in from somebody who is not here. */
export const sayerOf = ({ authorId, imported }: Pick<CommentCard, 'authorId' | 'imported'>) =>
  imported && imported.from !== null ? null : authorId
