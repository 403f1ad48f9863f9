/** What people do with threads and comments, wherever these stand: each asks for its rights, writes, and tells. */
import type { Actor } from '@atelier/shared/access/can'
import type { CommentPart } from '@atelier/shared/comments/comment'
import { requireCan } from '../access/require-can'
import type { Database } from '../db/database'
import type { Deps } from '../http/deps'
import { tellInbox } from '../inbox/tell-inbox'
import { tellMentoring } from '../mentorships/tell-mentorship'
import { deleteComment, insertCommentRow, requireComment, setBody } from './comment-queries'
import { addReaction, removeReaction } from './reaction-queries'
import { withRealMentions } from './reader-queries'
import { commentIn, type TalkRoom } from './talk-room'
import { listThreads } from './thread-list-queries'
import { insertThread, requireThread, setAnchor, setResolved } from './thread-queries'

/** Who does it, where. */
export type Talking = { deps: Deps; actor: Actor; room: TalkRoom }

type Words = { id: string; body: CommentPart[] }
type Place = { anchor: Uint8Array; quote: string }

export async function readThreads({ deps, actor, room }: Talking) {
  requireCan(actor, room.reads, room.rights)
  return listThreads(deps.db, room)
}

/** Who can be mentioned here. */
export async function readReaders({ actor, room }: Talking) {
  requireCan(actor, room.reads, room.rights)
  return room.readers()
}

export async function beginThread(
  { deps, actor, room }: Talking,
  { body, ...thread }: Words & { anchor: Uint8Array | null; quote: string },
): Promise<{ id: string }> {
  requireCan(actor, 'comment', room.rights)
  const said = await withRealMentions(body, room.readers)
  const first = { ...thread, authorId: actor.personId, body: said }
  const told = await deps.db.transaction(async (tx) => {
    requireCan(actor, 'comment', (await room.hold(tx)).rights)
    if (!(await insertThread(tx as Database, { ...first, roomId: room.id }))) return null
    return room.putNews(tx, { ...first, threadId: thread.id })
  })
  if (told) await room.tellThreads()
  tellInbox(deps, told ?? [])
  return { id: thread.id }
}

export async function resolveThread({ deps, actor, room }: Talking, threadId: string) {
  const thread = await requireThread(deps.db, room, threadId)
  requireCan(actor, 'resolve', commentIn(room, thread.createdBy))
  const mentorshipIds = await deps.db.transaction(async (tx) => {
    requireCan(actor, 'resolve', commentIn(await room.hold(tx), thread.createdBy))
    return (await setResolved(tx, thread.id, actor.personId)) ? room.settle(tx, thread.id) : null
  })
  if (mentorshipIds === null) return
  await room.tellThreads()
  for (const id of mentorshipIds) await tellMentoring(deps, id)
}

export async function reopenThread({ deps, actor, room }: Talking, threadId: string) {
  const thread = await requireThread(deps.db, room, threadId)
  requireCan(actor, 'comment', room.rights)
  const mentorshipIds = await deps.db.transaction(async (tx) => {
    requireCan(actor, 'comment', (await room.hold(tx)).rights)
    return (await setResolved(tx, thread.id, null)) ? room.unsettle(tx, thread.id) : null
  })
  if (mentorshipIds === null) return
  await room.tellThreads()
  for (const id of mentorshipIds) await tellMentoring(deps, id)
}

export async function moveThread({ deps, actor, room }: Talking, threadId: string, place: Place) {
  const thread = await requireThread(deps.db, room, threadId)
  requireCan(actor, 'edit', room.rights)
  await setAnchor(deps.db, thread.id, place)
  await room.tellComments()
}

/** To answer opens a thread again. */
export async function answerThread(
  { deps, actor, room }: Talking,
  threadId: string,
  { id, body }: Words,
): Promise<{ id: string }> {
  requireCan(actor, 'comment', room.rights)
  const said = await withRealMentions(body, room.readers)
  const { isOpenedAgain, told, mentorshipIds } = await deps.db.transaction(async (tx) => {
    requireCan(actor, 'comment', (await room.hold(tx)).rights)
    const thread = await requireThread(tx, room, threadId, { hold: true })
    const comment = { id, authorId: actor.personId, body: said }
    const isNew = await insertCommentRow(tx, thread.id, comment)
    if (!isNew) return { isOpenedAgain: false, told: [], mentorshipIds: [] }
    const isOpenedAgain = await setResolved(tx, thread.id, null)
    const mentorshipIds = isOpenedAgain ? await room.unsettle(tx, thread.id) : []
    const told = await room.putNews(tx, { ...comment, threadId: thread.id })
    return { isOpenedAgain, told, mentorshipIds }
  })
  tellInbox(deps, told)
  await (isOpenedAgain ? room.tellThreads() : room.tellComments())
  for (const mentorshipId of mentorshipIds) await tellMentoring(deps, mentorshipId)
  return { id }
}

/** A thread holds its comments: no id goes without the one before. */
type CommentPlace = { threadId: string; commentId: string }

async function loadComment({ deps, room }: Talking, { threadId, commentId }: CommentPlace) {
  const thread = await requireThread(deps.db, room, threadId)
  const comment = await requireComment(deps.db, thread.id, commentId)
  return { comment, subject: commentIn(room, comment.authorId) }
}

export async function changeWords(talking: Talking, place: CommentPlace, body: CommentPart[]) {
  const { deps, actor, room } = talking
  const { comment, subject } = await loadComment(talking, place)
  requireCan(actor, 'change', subject)
  const said = await withRealMentions(body, room.readers)
  const told = await deps.db.transaction(async (tx) => {
    requireCan(actor, 'change', commentIn(await room.hold(tx), comment.authorId))
    await setBody(tx, comment.id, said)
    return room.putNews(tx, { ...comment, body: said }, true)
  })
  tellInbox(deps, told)
  await room.tellComments()
}

export async function takeOutComment(talking: Talking, place: CommentPlace) {
  const { deps, actor, room } = talking
  const { comment, subject } = await loadComment(talking, place)
  requireCan(actor, 'delete', subject)
  await deps.db.transaction(async (tx) => {
    await requireThread(tx, room, comment.threadId, { hold: true })
    await deleteComment(tx, comment.threadId, comment.id)
  })
  await room.tellThreads()
}

export async function react(
  talking: Talking,
  place: CommentPlace,
  { emoji, given }: { emoji: string; given: boolean },
) {
  const { deps, actor, room } = talking
  const { comment } = await loadComment(talking, place)
  requireCan(actor, 'comment', room.rights)
  const reaction = { commentId: comment.id, personId: actor.personId, emoji }
  await (given ? addReaction(deps.db, reaction) : removeReaction(deps.db, reaction))
  await room.tellComments()
}
