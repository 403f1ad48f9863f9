/** Cards leave the board they went from, once they are on the other. */
import { arrivalOf, isOn } from '@atelier/shared/boards/card-trail'
import { sendCardsAway } from '@atelier/shared/boards/transfer-edits'
import { roomName } from '@atelier/shared/sync/room-name'
import type * as Y from 'yjs'
import type { Deps } from '../http/deps'
import { lastBoard } from './card-home'
import { beginLeaving, type Leaves, noteStage, type Way } from './leaving-queries'
import { claimMoves } from './moving-card-queries'

type House = Pick<Deps, 'db' | 'rooms'>

type Leaving = Way & {
  createdBy?: string
  /** When they set out, for whoever moves them. Who only ends what others began takes nothing away on their own. */
  begun?: ReadonlyMap<string, Date>
}

/** All by the ids of cards. */
type Seen = {
  /** The prints of what set out: what was written meanwhile where they left did not go. */
  leftAs: ReadonlyMap<string, string>
  /** How they had come to the board they leave, when they set out: one that has come anew since stays. */
  arrivals: ReadonlyMap<string, string>
}

/** The database holds a lock for each. */
const talksAtOnce = 100

/**
 * What is left to do once the cards are there; done twice it is the same. However slow somebody is, they take no card
 * away that others have moved on meanwhile: answers what became of each.
 */
export async function leave(
  { db, rooms }: House,
  ids: readonly string[],
  { createdBy, begun = new Map(), ...way }: Leaving,
  { leftAs, arrivals }: Seen,
): Promise<Map<string, Leaves>> {
  const stayedIn = (doc: Y.Doc, cards: readonly string[]) =>
    cards.filter((id) => arrivalOf(doc, id) === arrivals.get(id))
  const room = roomName('board', way.from)
  const became = new Map<string, Leaves>()
  for (let at = 0; at < ids.length; at += talksAtOnce) {
    const piece = ids.slice(at, at + talksAtOnce)
    const stayed = new Set(await rooms.look(room, (doc) => stayedIn(doc, piece)))
    const there = await begunAndOn(rooms, way.to, piece, begun)
    const found = await db.transaction((tx) => beginLeaving(tx, piece, way, { stayed, there }))
    for (const [id, becomes] of found) became.set(id, becomes)
  }
  const leaving = ids.filter((id) => became.get(id) === 'leaves')
  if (leaving.length === 0) return became
  // Of one that has come anew meanwhile the move may be another, and under way.
  const gone: string[] = []
  const away = (doc: Y.Doc) => {
    gone.push(...stayedIn(doc, leaving))
    sendCardsAway(doc, gone, way.to, { leftAs })
  }
  await rooms.edit(room, away, createdBy)
  const { from, to, claimed = to } = way
  await noteStage(db, gone, { from, to: claimed }, 'left')
  return became
}

async function begunAndOn(
  rooms: Deps['rooms'],
  board: string,
  ids: readonly string[],
  begun: ReadonlyMap<string, Date>,
): Promise<Map<string, Date>> {
  if (begun.size === 0) return new Map()
  return rooms.look(roomName('board', board), (doc) => {
    const there = new Map<string, Date>()
    for (const id of ids) {
      const at = begun.get(id)
      if (at && isOn(doc, id)) there.set(id, at)
    }
    return there
  })
}

/** Of these cards as they are on a board: how they came to it. */
export const arrivalsOn = ({ rooms }: Pick<Deps, 'rooms'>, board: string, ids: readonly string[]) =>
  rooms.look(roomName('board', board), (doc) => new Map(ids.map((id) => [id, arrivalOf(doc, id)])))

/** Cards that came to `to` too late, for they went another way meanwhile, are there no more. What left it since stays where it is. */
export async function turnBack(
  house: House,
  ids: readonly string[],
  { from, to: here, createdBy }: Leaving,
  cameAs: Seen,
): Promise<void> {
  const stray = await house.rooms.look(roomName('board', here), (doc) =>
    ids.filter((id) => isOn(doc, id)),
  )
  for (const card of stray) {
    const { roomId: home } = await lastBoard(house, { roomId: from, card })
    if (home === here) continue
    const back = { from: here, to: home, createdBy, isBack: true }
    const print = new Map([[card, cameAs.leftAs.get(card) ?? null]])
    const mine = await house.db.transaction((tx) => claimMoves(tx, print, back))
    await leave(house, [...mine.keys()], back, cameAs)
  }
}
