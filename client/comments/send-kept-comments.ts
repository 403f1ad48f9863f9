/** Says what was said while the server was away, in the order in which it was said. */
import { roomName } from '@atelier/shared/sync/room-name'
import { requirePerson, requireRemembered } from '../access/require-person'
import { alone } from '../offline/alone'
import { type CopyIdentity, databaseName } from '../offline/device-databases'
import { isFresh } from '../offline/fresh-rooms'
import {
  dropKeptComment,
  type KeptComment,
  listKeptComments,
  noteCommentRefused,
} from '../offline/kept-comments'
import { type Tries, tries } from '../offline/tries'
import { sayAboutCard } from './card-comment-records'
import { answerThread, beginThread } from './comment-records'

type Hearer = {
  onSent: (comment: KeptComment) => void
  /** It stays on this device until somebody says what is to become of it. */
  onRefused: (comment: KeptComment, error: unknown) => void
}

/** For tests: who is signed in, and how it is said. */
type Ways = {
  /** Rejects where somebody else is signed in by now. */
  ask: (who: CopyIdentity) => Promise<void>
  say: (comment: KeptComment, who: CopyIdentity) => Promise<unknown>
}

/** As this person, or not at all. */
export const say: Ways['say'] = (comment, { personId }) => {
  const { id, body, docId, cardId, threadId, anchor, quote } = comment
  if (cardId !== undefined) return sayAboutCard({ boardId: docId, cardId }, { id, body }, personId)
  return threadId === null
    ? beginThread(docId, { id, body, anchor, quote }, personId)
    : answerThread({ docId, threadId }, { id, body }, personId)
}

/**
 * Rejects as `Tries.sendAll` does. One tab at a time; twice would be once. Within a doc they keep
 * their order.
 */
export const sendKeptComments = (
  who: CopyIdentity,
  { onSent, onRefused }: Hearer,
  ways: Ways = { ask: requirePerson, say },
  { sendAll }: Pick<Tries, 'sendAll'> = tries,
): Promise<void> =>
  alone(databaseName(who, 'comments-to-send'), async () => {
    const waiting = (await listKeptComments(who)).filter(({ refused }) => !refused)
    if (waiting.length === 0) return
    await ways.ask(who)
    await sendAll(waiting, {
      lineOf: ({ docId }) => docId,
      send: async (comment) => {
        requireRemembered(who)
        if (!(await mayGo(who, comment))) return
        await ways.say(comment, who)
        await dropKeptComment(who, comment.id)
        onSent(comment)
      },
      refuse: async (comment, { code }, error) => {
        await noteCommentRefused(who, comment.id, code)
        onRefused(comment, error)
      },
    })
  })

/** Not where it was taken out while others were sent, nor before the server knows its doc or board. */
async function mayGo(who: CopyIdentity, { id, docId, cardId }: KeptComment): Promise<boolean> {
  const isThere = (await listKeptComments(who)).some((one) => one.id === id)
  return isThere && !(await isFresh(who, roomName(cardId === undefined ? 'doc' : 'board', docId)))
}
