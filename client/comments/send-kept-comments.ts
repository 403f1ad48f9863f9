/** Says what was said while the server was away, in the order in which it was said. */
import { roomName } from '@atelier/shared/sync/room-name'
import { codeOf, type FailureCode } from '../api/request-failed'
import { alone } from '../offline/alone'
import { type CopyIdentity, databaseName } from '../offline/device-databases'
import { isFresh } from '../offline/fresh-rooms'
import {
  dropKeptComment,
  type KeptComment,
  listKeptComments,
  noteCommentRefused,
} from '../offline/kept-comments'
import { answerThread, beginThread } from './comment-records'

type Hearer = {
  onSent: (comment: KeptComment) => void
  /** It stays on this device until somebody says what is to become of it. */
  onRefused: (comment: KeptComment, error: unknown) => void
}

const final: FailureCode[] = ['forbidden', 'not-found', 'invalid', 'conflict', 'too-large']

export const say = ({ id, body, docId, threadId, anchor, quote }: KeptComment): Promise<unknown> =>
  threadId === null
    ? beginThread(docId, { id, body, anchor, quote })
    : answerThread({ docId, threadId }, { id, body })

/** Rejects with `unreachable` while the server is away. One tab at a time; twice would be once. */
export const sendKeptComments = (
  who: CopyIdentity,
  { onSent, onRefused }: Hearer,
  send: typeof say = say,
): Promise<void> =>
  alone(databaseName(who, 'comments-to-send'), async () => {
    for (const comment of await listKeptComments(who)) {
      if (comment.refused || (await isFresh(who, roomName('doc', comment.docId)))) continue
      try {
        await send(comment)
      } catch (error) {
        if (!final.includes(codeOf(error))) throw error
        await noteCommentRefused(who, comment.id, codeOf(error))
        onRefused(comment, error)
        continue
      }
      await dropKeptComment(who, comment.id)
      onSent(comment)
    }
  })
