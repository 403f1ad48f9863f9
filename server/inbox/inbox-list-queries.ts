/** What somebody reads in their inbox: looked up now, with the rights they have now. */
import { type Actor, can } from '@atelier/shared/access/can'
import type { MentorshipRole, ProjectRole } from '@atelier/shared/access/roles'
import type { CommentFace, CommentPart } from '@atelier/shared/comments/comment'
import { wordsOfComment } from '@atelier/shared/comments/comment-words'
import {
  type askInbox,
  cardChanges,
  type InboxItem,
  type InboxPage,
  type InboxPlace,
  inboxPageSize,
} from '@atelier/shared/inbox/inbox'
import type { MentorshipKind } from '@atelier/shared/mentorships/mentorship'
import { and, count, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core'
import type * as z from 'zod'
import { boardInSight } from '../access/board-access-queries'
import { docFollowableBy, docVisibleTo } from '../access/doc-access-queries'
import { mentorshipNewsInSight } from '../access/mentorship-news-access-queries'
import { threadInSight } from '../access/section-access-queries'
import { trainingNewsInSight } from '../access/training-news-access-queries'
import { boardCards } from '../db/card-tables'
import { comments, commentThreads } from '../db/comment-tables'
import type { Queryable } from '../db/database'
import { docGrants, docs } from '../db/doc-tables'
import { inboxItems } from '../db/inbox-tables'
import { entries, sections } from '../db/journal-tables'
import { mentorshipPeople, mentorships } from '../db/mentorship-tables'
import { boards, people, projectMembers, projects, rooms } from '../db/tables'

/** Whose journal it is. */
const author = alias(people, 'author')
/** Who did it, in a mentorship. */
const doing = alias(mentorshipPeople, 'doing')

export async function listInbox(
  db: Queryable,
  actor: Actor,
  { show, before }: z.infer<typeof askInbox>,
): Promise<InboxPage> {
  const unread = show === 'unread' ? isNull(inboxItems.readAt) : undefined
  const found = await inSight(db, actor, and(unread, cameBefore(before)))
    .orderBy(desc(inboxItems.at), desc(inboxItems.id))
    .limit(inboxPageSize + 1)
  const page = found.slice(0, inboxPageSize)
  const last = found.length > page.length ? page.at(-1) : undefined
  const items = await itemsOf(
    db,
    actor,
    page.map(({ id }) => id),
  )
  return { items, next: last ? `${last.at.getTime()}_${last.id}` : null }
}

export async function countUnread(db: Queryable, actor: Actor): Promise<number> {
  const unread = inSight(db, actor, isNull(inboxItems.readAt)).as('unread')
  const [row] = await db.select({ unread: count() }).from(unread)
  return row?.unread ?? 0
}

function cameBefore(before: string | undefined): SQL | undefined {
  if (before === undefined) return undefined
  const [time, id] = before.split('_')
  const at = new Date(Math.min(Number(time), latestMs)).toISOString()
  return sql`(${inboxItems.at}, ${inboxItems.id}) < (${at}::timestamptz, ${id}::uuid)`
}
/** The end of the year 9999: what Postgres reads in the form we write. */
const latestMs = Date.UTC(9999, 11, 31)

const talkedAbout = { sectionId: inboxItems.roomId, begunAt: commentThreads.createdAt }
const commentOf = eq(comments.id, inboxItems.commentId)
const cardOf = and(eq(boardCards.boardId, inboxItems.roomId), eq(boardCards.id, inboxItems.card))
const memberOf = ({ personId }: Actor) =>
  and(eq(projectMembers.projectId, projects.id), eq(projectMembers.personId, personId))

/** Never what they may not read, what lies in the bin, was deleted, or is not so any more. */
function inSight(db: Queryable, actor: Actor, which: SQL | undefined) {
  const { personId } = actor
  const isReadable = or(
    and(isNotNull(boards.id), boardInSight(actor)),
    and(
      isNotNull(docs.id),
      docVisibleTo(actor),
      isNull(docs.trashedAt),
      or(isNull(inboxItems.commentId), docFollowableBy(actor)),
    ),
    and(eq(rooms.kind, 'section'), threadInSight(db, actor, talkedAbout)),
    mentorshipNewsInSight(db, actor),
    trainingNewsInSight(db, actor),
  )
  const isStillSaid = or(
    isNull(inboxItems.commentId),
    and(
      eq(commentThreads.roomId, inboxItems.roomId),
      // What was left open is on the agenda, also where the words it began with are taken out.
      or(isNull(comments.deletedAt), eq(inboxItems.kind, 'left-open')),
    ),
  )
  const isStillDue = or(
    isNull(inboxItems.day),
    and(
      eq(boardCards.dueOn, inboxItems.day),
      eq(boardCards.done, false),
      eq(boardCards.archived, false),
    ),
  )
  return db
    .select({ id: inboxItems.id, at: inboxItems.at })
    .from(inboxItems)
    .leftJoin(rooms, eq(rooms.id, inboxItems.roomId))
    .leftJoin(projects, eq(projects.id, rooms.projectId))
    .leftJoin(projectMembers, memberOf(actor))
    .leftJoin(boards, eq(boards.id, rooms.id))
    .leftJoin(boardCards, cardOf)
    .leftJoin(docs, eq(docs.id, rooms.id))
    .leftJoin(docGrants, and(eq(docGrants.docId, docs.id), eq(docGrants.personId, personId)))
    .leftJoin(comments, commentOf)
    .leftJoin(commentThreads, eq(commentThreads.id, comments.threadId))
    .where(and(eq(inboxItems.personId, personId), which, isReadable, isStillSaid, isStillDue))
    .$dynamic()
}

/** Of what was found in sight, in its order. */
async function itemsOf(db: Queryable, actor: Actor, ids: string[]): Promise<InboxItem[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select({
      item: inboxItems,
      actor: { id: people.id, name: people.name, colour: people.colour },
      project: projects,
      role: projectMembers.role,
      board: { id: boards.id, title: boards.title },
      card: boardCards,
      doc: { id: docs.id, title: docs.title },
      section: { id: sections.id, entryId: sections.entryId },
      author: { id: author.id, name: author.name, colour: author.colour },
      mentorship: { id: mentorships.id, of: mentorships.kind },
      asA: mentorshipPeople.role,
      said: doing.answer,
      comment: { id: comments.id, threadId: comments.threadId, body: comments.body },
    })
    .from(inboxItems)
    .leftJoin(rooms, eq(rooms.id, inboxItems.roomId))
    .leftJoin(projects, eq(projects.id, rooms.projectId))
    .leftJoin(projectMembers, memberOf(actor))
    .leftJoin(people, eq(people.id, inboxItems.actorId))
    .leftJoin(boards, eq(boards.id, rooms.id))
    .leftJoin(boardCards, cardOf)
    .leftJoin(docs, eq(docs.id, rooms.id))
    .leftJoin(sections, eq(sections.id, rooms.id))
    .leftJoin(entries, eq(entries.id, sections.entryId))
    .leftJoin(author, eq(author.id, entries.authorId))
    .leftJoin(mentorships, eq(mentorships.id, inboxItems.mentorshipId))
    .leftJoin(mentorshipPeople, isIn(mentorshipPeople, inboxItems.personId))
    .leftJoin(doing, isIn(doing, inboxItems.actorId))
    .leftJoin(comments, commentOf)
    .where(inArray(inboxItems.id, ids))
    .orderBy(desc(inboxItems.at), desc(inboxItems.id))
  return rows.flatMap(({ item, project, role, comment, ...row }) => {
    const place = placeOf(item, row)
    if (!place) return []
    const isWordless = place.kind === 'section'
    return {
      id: item.id,
      kind: item.kind,
      at: item.at.toISOString(),
      isRead: item.readAt !== null,
      actor: row.actor,
      place,
      project: project && readable(actor, project, role),
      comment: comment && {
        ...{ id: comment.id, threadId: comment.threadId },
        words: isWordless ? null : begun(comment),
      },
      changes: cardChanges.filter((change) => item.changes.includes(change)),
      times: item.times,
      day: item.day,
    }
  })
}

const isIn = (inIt: typeof mentorshipPeople | typeof doing, personId: AnyPgColumn) =>
  and(eq(inIt.mentorshipId, mentorships.id), eq(inIt.personId, personId))

function readable(
  actor: Actor,
  { id, title, workspaceId, archivedAt }: typeof projects.$inferSelect,
  role: ProjectRole | null,
): InboxItem['project'] {
  const subject = { kind: 'project', workspaceId, role, archived: archivedAt !== null } as const
  return can(actor, 'read', subject) ? { id, title } : null
}

type Found = {
  board: { id: string; title: string } | null
  card: typeof boardCards.$inferSelect | null
  doc: { id: string; title: string } | null
  section: { id: string; entryId: string } | null
  author: CommentFace | null
  mentorship: { id: string; of: MentorshipKind } | null
  /** The reader in it. */
  asA: MentorshipRole | null
  said: boolean | null
}

function placeOf(
  { personId, card: id, recordId, week }: typeof inboxItems.$inferSelect,
  { board, card, doc, section, author, mentorship, asA, said }: Found,
): InboxPlace | null {
  if (mentorship && asA) return { kind: 'mentorship', ...mentorship, role: asA, said }
  if (recordId && week) return { kind: 'training-week', recordId, week }
  if (recordId) return { kind: 'training-record', id: recordId }
  if (doc) return { kind: 'doc', ...doc }
  if (section && author)
    return { kind: 'section', ...section, author, isOwn: author.id === personId }
  if (!board) return null
  const { title, column, dueOn: due, done, archived } = card ?? notYetKnown
  return { kind: 'board', ...board, card: { id, title, column, due, done, archived } }
}

const notYetKnown = { title: null, column: '', dueOn: null, done: false, archived: false }

const longestWords = 280

const begun = ({ body }: { body: string }) => {
  const words = wordsOfComment(JSON.parse(body) as CommentPart[])
  return words.length > longestWords
    ? `${words.slice(0, longestWords - 1).replace(/[\ud800-\udbff]$/, '')}…`
    : words
}
