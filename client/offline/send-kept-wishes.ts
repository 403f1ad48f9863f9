/** Tells the server what somebody wants kept for themselves, in the order in which they wished it. */
import { roomName } from '@atelier/shared/sync/room-name'
import { requirePerson, requireRemembered } from '../access/require-person'
import { api, ask } from '../api/api'
import { asPerson } from '../api/as-person'
import { codeOf } from '../api/request-failed'
import { alone } from './alone'
import { type CopyIdentity, databaseName } from './device-databases'
import { isFresh } from './fresh-rooms'
import {
  dropWish,
  type KeptWish,
  listKeptWishes,
  noteWaiting,
  noteWishRefused,
  type Wish,
} from './kept-wishes'
import { type Tries, tries } from './tries'

type Hearer = {
  onSent: (wish: KeptWish) => void
  /** A view stays on this device, with the reason, until it is deleted or saved again. */
  onRefused: (wish: KeptWish, error: unknown) => void
}

/** For tests: who is signed in, and how it is said. */
type Ways = {
  /** Rejects where somebody else is signed in by now. */
  ask: (who: CopyIdentity) => Promise<void>
  say: (wish: Wish, personId: string) => Promise<unknown>
}

const board = api.boards[':id']

/** As this person, or not at all. */
export async function sayWish(wish: Wish, personId: string): Promise<unknown> {
  const { boardId: id } = wish
  const as = asPerson(personId)
  if (wish.what === 'watch') {
    const { cardId, watching } = wish
    return ask(
      board.cards[':cardId'].watching.$put({ param: { id, cardId }, json: { watching } }, as),
    )
  }
  const one = board.views[':viewId']
  if (wish.what === 'view') {
    const { id: viewId, ...json } = wish.view
    return ask(one.$put({ param: { id, viewId }, json }, as))
  }
  return ask(one.$delete({ param: { id, viewId: wish.viewId } }, as)).catch((error: unknown) => {
    // Deleted elsewhere, or never sent.
    if (codeOf(error) !== 'not-found') throw error
  })
}

/** Rejects as `Tries.sendAll` does. One tab at a time; twice would be once. Of one board in their order. */
export const sendKeptWishes = (
  who: CopyIdentity,
  { onSent, onRefused }: Hearer,
  ways: Ways = { ask: requirePerson, say: sayWish },
  { sendAll }: Pick<Tries, 'sendAll'> = tries,
): Promise<void> =>
  alone(databaseName(who, 'wishes-to-send'), async () => {
    const wishes = (await listKeptWishes(who)).filter(({ refused }) => !refused)
    if (wishes.length === 0) return
    try {
      await ways.ask(who)
      await sendAll(wishes, {
        lineOf: ({ boardId }) => boardId,
        send: async (wish) => {
          requireRemembered(who)
          if (!(await mayGo(who, wish))) return
          await ways.say(wish, who.personId)
          await dropWish(who, wish.id)
          onSent(wish)
        },
        refuse: async (wish, { code }, error) => {
          // Of a board that is not for them any more nobody sees the views.
          if (wish.what === 'view' && code !== 'not-found')
            await noteWishRefused(who, wish.id, code)
          else await dropWish(who, wish.id)
          onRefused(wish, error)
        },
      })
    } catch (error) {
      await noteWaiting(
        who,
        wishes.map(({ id }) => id),
      )
      throw error
    }
  })

/** Not where something else was wished while others were sent, nor before the server knows its board. */
async function mayGo(who: CopyIdentity, { id, boardId }: KeptWish): Promise<boolean> {
  const isThere = (await listKeptWishes(who)).some((one) => one.id === id)
  return isThere && !(await isFresh(who, roomName('board', boardId)))
}
