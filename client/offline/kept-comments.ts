/** What somebody has said and the server has not heard yet, on this device; sent when it can be. */
import type { CommentPart } from '@atelier/shared/comments/comment'
import type { FailureCode } from '../api/request-failed'
import type { CopyIdentity } from './device-databases'
import { changeRecord, readRecord } from './kept-records'
import { isRemembered } from './remembered-who'

export type KeptComment = {
  /** Stays the same however often it is sent. */
  id: string
  /** The doc's, or the board's where it is about a card. */
  docId: string
  /** The card of a board it is about; none in a doc. */
  cardId?: string
  body: CommentPart[]
  /** An answer in that thread; null begins one. */
  threadId: string | null
  /** What a new thread is about. */
  anchor: string | null
  quote: string
  /** Why the server will not take it, however often it is asked. */
  refused: FailureCode | null
}

const key = ['comments-to-send']

export const listKeptComments = async (who: CopyIdentity): Promise<KeptComment[]> =>
  (await readRecord<KeptComment[]>(who, key)) ?? []

/** False where this browser keeps nothing, or not for them any more: they have signed out in another tab. */
export async function keepComment(who: CopyIdentity, comment: KeptComment): Promise<boolean> {
  if (!isRemembered(who)) return false
  await changeRecord<KeptComment[]>(who, key, (before = []) => [
    ...before.filter(({ id }) => id !== comment.id),
    comment,
  ])
  return 'indexedDB' in globalThis
}

export const dropKeptComment = (who: CopyIdentity, commentId: string): Promise<void> =>
  changeRecord<KeptComment[]>(who, key, (before = []) =>
    before.filter(({ id }) => id !== commentId),
  )

/** Null: it waits again, and is sent. */
export const noteCommentRefused = (
  who: CopyIdentity,
  commentId: string,
  refused: FailureCode | null,
): Promise<void> =>
  changeRecord<KeptComment[]>(who, key, (before = []) =>
    before.map((one) => (one.id === commentId ? { ...one, refused } : one)),
  )
