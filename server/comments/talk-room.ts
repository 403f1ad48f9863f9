/** Where people talk in threads: a doc, or a section of a journal. Each asks for its own rights, and tells its own people. */
import type { Actor, CommentSubject, DocSubject } from '@atelier/shared/access/can'
import type { SectionSubject } from '@atelier/shared/access/can-in-journals'
import type { DocReader } from '@atelier/shared/comments/comment'
import { loadDoc } from '../access/doc-access-queries'
import {
  holdEntry,
  loadSectionRoom,
  readersOfSection,
  sharedSince,
} from '../access/section-access-queries'
import type { Queryable } from '../db/database'
import type { Deps } from '../http/deps'
import { tickQuestion, untickQuestion } from '../mentorships/question-queries'
import { putDocCommentNews, putSectionCommentNews, type Said } from './comment-news-queries'
import { listReaders, listSectionReaders } from './reader-queries'
import { tellComments, tellSectionComments, tellThreads } from './tell-comments'
import type { ThreadsPlace } from './thread-queries'

export type TalkRoom = ThreadsPlace & {
  rights: DocSubject | SectionSubject
  /** What is said about it is read by whoever may do this. */
  reads: 'follow' | 'read'
  readers: () => Promise<DocReader[]>
  /** Whom it concerns, in the transaction that says it; answers who was told. `again`: its words were changed. */
  putNews: (tx: Queryable, said: Said, again?: boolean) => Promise<string[]>
  /** What follows where a thread is settled, in the transaction that says so; answers in which mentorships. */
  settle: (tx: Queryable, threadId: string) => Promise<string[]>
  /** Where one is opened again, likewise. */
  unsettle: (tx: Queryable, threadId: string) => Promise<string[]>
  /** As it stands now, and until the transaction ends; refuses where it is not theirs to read any more. */
  hold: (tx: Queryable) => Promise<Pick<TalkRoom, 'rights'>>
  tellComments: () => Promise<void>
  /** Also the lists in which it stands with its number of open threads. */
  tellThreads: () => Promise<void>
}

/** Or not-found. */
export type LoadTalk = (deps: Deps, actor: Actor, id: string) => Promise<TalkRoom>

export const loadDocTalk: LoadTalk = async (deps, actor, id) => {
  const doc = await loadDoc(deps.db, actor, id)
  return {
    id: doc.id,
    since: null,
    rights: doc,
    reads: 'follow',
    readers: () => listReaders(deps.db, actor, doc),
    putNews: (tx, said, again) => putDocCommentNews(tx, doc.id, said, again),
    settle: async () => [],
    unsettle: async () => [],
    hold: async () => ({ rights: doc }),
    tellComments: async () => tellComments(deps, doc),
    tellThreads: async () => tellThreads(deps, doc),
  }
}

/**
 * It stands in no list, and nothing of what is said there goes anywhere else: an inbox says that something was said.
 * Whoever it is shared with reads what was said since: not what others said before them, nor what its author said to
 * themself.
 */
export const loadSectionTalk: LoadTalk = async (deps, actor, id) => {
  const section = await loadSectionRoom(deps.db, actor, id)
  const place = { id: section.id, entryId: section.entry.id }
  const readers = () => readersOfSection(deps.db, place)
  const tell = async () => tellSectionComments(deps, section.id, await readers())
  return {
    id: section.id,
    since: section.isAuthor ? null : await sharedSince(deps.db, section.id),
    rights: section,
    reads: 'read',
    readers: async () => listSectionReaders(deps.db, await readers()),
    putNews: (tx, said, again) => putSectionCommentNews(tx, place, said, again),
    settle: tickQuestion,
    unsettle: untickQuestion,
    hold: async (tx) => {
      await holdEntry(tx, place.entryId)
      return { rights: await loadSectionRoom(tx, actor, id) }
    },
    tellComments: tell,
    tellThreads: tell,
  }
}

export const commentIn = (
  { rights }: Pick<TalkRoom, 'rights'>,
  authorId: string,
): CommentSubject => ({
  kind: 'comment',
  workspaceId: rights.workspaceId,
  authorId,
  about: rights,
})
