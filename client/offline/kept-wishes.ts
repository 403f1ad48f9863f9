/**
 * What somebody wants kept of a board for themselves alone (a view, which cards they watch) and the
 * server has not heard yet, on this device. Of one thing the last wish counts.
 */
import type { SavedView } from '@atelier/shared/boards/view-contract'
import type { FailureCode } from '../api/request-failed'
import type { CopyIdentity } from './device-databases'
import { changeRecord, readRecord } from './kept-records'
import { isRemembered } from './remembered-who'

export type Wish = { boardId: string } & (
  | { what: 'watch'; cardId: string; watching: boolean }
  | { what: 'view'; view: SavedView }
  | { what: 'no-view'; viewId: string }
)

export type KeptWish = Wish & {
  /** Of this wish: the next about the same thing has another. */
  id: string
  /** The server could not be reached when it was tried. */
  waits: boolean
  /** Why the server will not do it, however often it is asked. */
  refused: FailureCode | null
}

const key = ['wishes-to-send']

export const listKeptWishes = async (who: CopyIdentity): Promise<KeptWish[]> =>
  (await readRecord<KeptWish[]>(who, key)) ?? []

/** Instead of what was wished about the same thing before. False where this browser keeps nothing, or not for them any more. */
export async function keepWish(who: CopyIdentity, id: string, wish: Wish): Promise<boolean> {
  if (!isRemembered(who)) return false
  await changeRecord<KeptWish[]>(who, key, (before = []) => [
    ...before.filter((one) => !isAboutSame(one, wish)),
    { ...wish, id, waits: false, refused: null },
  ])
  return 'indexedDB' in globalThis
}

/** What was wished about the same thing meanwhile stays. */
export const dropWish = (who: CopyIdentity, id: string): Promise<void> =>
  changeRecord<KeptWish[]>(who, key, (before = []) => before.filter((one) => one.id !== id))

/** None of these could be sent now. */
export const noteWaiting = (who: CopyIdentity, ids: readonly string[]): Promise<void> =>
  changeRecord<KeptWish[]>(who, key, (before = []) =>
    before.map((one) => (ids.includes(one.id) ? { ...one, waits: true } : one)),
  )

export const noteWishRefused = (
  who: CopyIdentity,
  id: string,
  refused: FailureCode,
): Promise<void> =>
  changeRecord<KeptWish[]>(who, key, (before = []) =>
    before.map((one) => (one.id === id ? { ...one, refused } : one)),
  )

const isAboutSame = (one: Wish, other: Wish): boolean =>
  one.boardId === other.boardId && thingOf(one) === thingOf(other)

function thingOf(wish: Wish): string {
  if (wish.what === 'watch') return `card ${wish.cardId}`
  return `view ${wish.what === 'view' ? wish.view.id : wish.viewId}`
}
