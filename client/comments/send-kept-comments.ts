/** Says what was said while the server was away, in the order in which it was said. */
import { roomName } from '@atelier/shared/sync/room-name'
import { requirePerson, requireRemembered } from '../access/require-person'
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

/** For tests: who is signed in, and how it is said. */
type Ways = {
  /** Rejects where somebody else is signed in by now. */
  ask: (who: CopyIdentity) => Promise<void>
  say: (comment: KeptComment, who: CopyIdentity) => Promise<unknown>
}

/** As this person, or not at all. */
export const say: Ways['say'] = ({ id, body, docId, threadId, anchor, quote }, { personId }) =>
  threadId === null
    ? beginThread(docId, { id, body, anchor, quote }, personId)
    : answerThread({ docId, threadId }, { id, body }, personId)

/** Rejects with `unreachable` while the server is away. One tab at a time; twice would be once. */
export const sendKeptComments = (
  who: CopyIdentity,
  { onSent, onRefused }: Hearer,
  ways: Ways = { ask: requirePerson, say },
): Promise<void> =>
  alone(databaseName(who, 'comments-to-send'), async () => {
    const waiting = await listKeptComments(who)
    if (waiting.length > 0) await ways.ask(who)
    for (const comment of waiting) {
      requireRemembered(who)
      if (comment.refused || (await isFresh(who, roomName('doc', comment.docId)))) continue
      try {
        await ways.say(comment, who)
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
