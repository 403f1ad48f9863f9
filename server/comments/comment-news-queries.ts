/** Tells those whom a comment concerns, in the transaction that writes it. Each person once for each comment. */
import type { CommentPart } from '@atelier/shared/comments/comment'
import { mentionedIn } from '@atelier/shared/comments/comment-words'
import type { InboxKind } from '@atelier/shared/inbox/inbox'
import { and, eq, ne, sql } from 'drizzle-orm'
import { readersAmong } from '../access/doc-reader-queries'
import { knownActors } from '../access/known-actor-queries'
import { readersOfRoom } from '../access/project-access-queries'
import { readersOfThread } from '../access/section-access-queries'
import { boardCardPeople } from '../db/card-tables'
import { comments, commentThreads } from '../db/comment-tables'
import type { Queryable } from '../db/database'
import { changedItem, type NewItem, putItems } from '../inbox/put-item-queries'
import { watchesOf } from './card-watch-queries'

export type Said = { id: string; threadId: string; authorId: string; body: CommentPart[] }

/** What is beyond is somebody who calls everybody. */
const mostMentioned = 50
const mostTakingPart = 200

/** Of a doc. Answers who was told. `again`: its words were changed, and only who is called by them is told. */
export async function putDocCommentNews(
  tx: Queryable,
  docId: string,
  said: Said,
  again = false,
): Promise<string[]> {
  const mentioned = mentionedBy(said)
  const takingPart = again ? [] : await othersIn(tx, said)
  const actors = await knownActors(tx, [...new Set([...mentioned, ...takingPart])])
  const followers = await readersAmong(tx, docId, actors, 'follow')
  const readers = new Set(followers.map(({ personId }) => personId))
  const items = itemsOf(docId, '', said, { mentioned, takingPart })
  return putItems(
    tx,
    items.filter(({ personId }) => readers.has(personId)),
  )
}

/** Of a card, also those who watch it. Whoever has said that they do not want to is told only where called. */
export async function putCardCommentNews(
  tx: Queryable,
  { roomId, card }: { roomId: string; card: string },
  said: Said,
  again = false,
): Promise<string[]> {
  const mentioned = mentionedBy(said)
  if (again && mentioned.length === 0) return []
  const watches = (await watchesOf(tx, roomId, [card])).get(card) ?? new Map<string, boolean>()
  const isAway = (person: string) => watches.get(person) === false
  const takingPart = again ? [] : (await othersIn(tx, said)).filter((person) => !isAway(person))
  const items = itemsOf(roomId, card, said, { mentioned, takingPart })
  const told = new Set(items.map(({ personId }) => personId))
  const watchers = again ? [] : [...(await assignedTo(tx, roomId, card)), ...watches.keys()]
  for (const personId of new Set(watchers)) {
    if (told.has(personId) || isAway(personId)) continue
    items.push(changedItem({ personId, actorId: said.authorId, roomId, card }, ['commented']))
  }
  if (items.length === 0) return []
  const readers = await readersOfRoom(tx, roomId)
  return putItems(
    tx,
    items.filter(({ personId }) => readers.has(personId)),
  )
}

/** Of a section of a journal: whoever reads that thread now. `again` as of a doc. */
export async function putSectionCommentNews(
  tx: Queryable,
  section: { id: string; entryId: string },
  said: Said,
  again = false,
): Promise<string[]> {
  const { id: sectionId } = section
  const readers = await readersOf(tx, section, said.threadId)
  const isReader = (person: string) => readers.includes(person)
  const mentioned = mentionedBy(said).filter(isReader)
  const takingPart = again ? [] : (await othersIn(tx, said)).filter(isReader)
  const items = itemsOf(sectionId, '', said, { mentioned, takingPart })
  const told = new Set(items.map(({ personId }) => personId))
  const others = again ? [] : readers.filter((person) => !told.has(person))
  const commented = others.map((personId) => itemOf('commented', sectionId, '', said)(personId))
  return putItems(tx, [...items, ...commented])
}

/** Of a question that is left open there, likewise. */
export const putQuestionNews = async (
  tx: Queryable,
  { sectionId, entryId, threadId, by, askId }: LeftOpen,
): Promise<string[]> => {
  const readers = await readersOf(tx, { id: sectionId, entryId }, threadId)
  const open = { kind: 'left-open', actorId: by, roomId: sectionId, commentId: threadId } as const
  const key = `question ${askId}`
  return putItems(
    tx,
    readers.map((personId) => ({ ...open, personId, key })),
  )
}

async function readersOf(
  tx: Queryable,
  section: { id: string; entryId: string },
  threadId: string,
): Promise<string[]> {
  const [thread] = await tx
    .select({ begunAt: commentThreads.createdAt })
    .from(commentThreads)
    .where(eq(commentThreads.id, threadId))
  return thread ? readersOfThread(tx, section, thread.begunAt) : []
}

/** In which thread, whose first comment has its id. `askId` is new each time it is asked anew. */
type LeftOpen = {
  sectionId: string
  entryId: string
  threadId: string
  by: string
  askId: string
}

const mentionedBy = ({ body }: Said) => [...new Set(mentionedIn(body))].slice(0, mostMentioned)

type Whom = { mentioned: readonly string[]; takingPart: readonly string[] }

function itemsOf(
  roomId: string,
  card: string,
  said: Said,
  { mentioned, takingPart }: Whom,
): NewItem[] {
  const item = (kind: 'mentioned' | 'answered') => itemOf(kind, roomId, card, said)
  const answered = takingPart.filter((person) => !mentioned.includes(person))
  return [...mentioned.map(item('mentioned')), ...answered.map(item('answered'))]
}

const itemOf =
  (kind: InboxKind, roomId: string, card: string, { id, authorId }: Said) =>
  (personId: string): NewItem => ({
    ...{ personId, kind, actorId: authorId, roomId, card, commentId: id },
    key: `comment ${id}`,
  })

/** Who else has said something in this thread that stands there still. */
async function othersIn(tx: Queryable, { threadId, authorId }: Said): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: comments.authorId })
    .from(comments)
    .where(
      and(
        eq(comments.threadId, threadId),
        ne(comments.authorId, authorId),
        sql`${comments.deletedAt} is null`,
      ),
    )
    .limit(mostTakingPart)
  return rows.map(({ id }) => id)
}

async function assignedTo(tx: Queryable, boardId: string, cardId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: boardCardPeople.personId })
    .from(boardCardPeople)
    .where(
      and(
        eq(boardCardPeople.boardId, boardId),
        eq(boardCardPeople.cardId, cardId),
        eq(boardCardPeople.assigned, true),
      ),
    )
  return rows.map(({ id }) => id)
}
