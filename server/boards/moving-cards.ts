/** Cards on their way from one board's room to another's: the arrival first, so that none is ever in neither. */
import { readBoard } from '@atelier/shared/boards/board'
import { entryOf } from '@atelier/shared/boards/board-shape'
import { readCard } from '@atelier/shared/boards/card'
import { printOfCard } from '@atelier/shared/boards/left-behind-edits'
import type { CardFate, MovedCards } from '@atelier/shared/boards/move-card'
import { countTorn, lateRelations } from '@atelier/shared/boards/relations-across-edits'
import {
  type Arrival,
  cardParcel,
  receiveCards,
  sendCardsAway,
} from '@atelier/shared/boards/transfer-edits'
import { refuse } from '@atelier/shared/refusals'
import { roomName } from '@atelier/shared/sync/room-name'
import type * as Y from 'yjs'
import { noteStage } from '../comments/moved-talk-queries'
import type { Deps } from '../http/deps'
import { filesOf, inEdits, leftOf, loadPass } from './cards-on-their-way'
import { claimMoves, copyFiles, goalsLeftOpen, moveTalk, releaseMoves } from './moving-card-queries'

/** Rights are the caller's business. */
export type Move = {
  cards: readonly string[]
  from: string
  /** Without a column: each where it was when it left that board. */
  to: { board: string; project: string; column: string | null }
  personId: string
}

type House = Pick<Deps, 'db' | 'rooms'>

/**
 * Asked again after a crash, it does what is left to do; after it is done, nothing. Of two who move a card to two
 * boards at once, on whichever nodes, the first does. Answers what became of each; one that cannot go, or goes
 * elsewhere, keeps none of the others. Refuses with `invalid`, and nothing has gone, where the column is not there.
 */
export async function moveCardsAcross(
  house: House,
  { cards, from, to, personId }: Move,
): Promise<MovedCards> {
  const ids = [...new Set(cards)]
  const ways = { from, to: to.board, createdBy: personId }
  const { fates, parcel } = await house.rooms.look(roomName('board', from), (doc) => {
    const found = fatesOf(doc, ids, to.board)
    return { fates: found, parcel: cardParcel(doc, only(found, 'here')) }
  })
  try {
    for (const id of await endEarlierMoves(house, only(fates, 'here'), ways))
      fates.set(id, 'elsewhere')
    const left = await carry(house, { parcel, fates, column: to.column, project: to.project, ways })
    const told = ids.map((id) => ({ id, fate: fates.get(id) as CardFate }))
    return { boardId: to.board, cards: told, left }
  } finally {
    parcel.destroy()
  }
}

type Fates = Map<string, CardFate | 'here'>

const only = (fates: Fates, wanted: 'here' | CardFate): string[] =>
  [...fates].flatMap(([id, fate]) => (fate === wanted ? id : []))

type Ways = { from: string; to: string; createdBy: string }

function fatesOf(doc: Y.Doc, ids: readonly string[], to: string): Fates {
  const fateOf = (id: string): CardFate | 'here' => {
    const entry = entryOf(doc, 'cards', id)
    if (!entry) return 'gone'
    const card = readCard(id, entry, [])
    if (card.isTemplate) return 'template'
    if (card.movedTo === null) return 'here'
    return card.movedTo === to ? 'there' : 'elsewhere'
  }
  return new Map(ids.map((id) => [id, fateOf(id)]))
}

type Load = {
  parcel: Y.Doc
  /** What is here goes, and is there or elsewhere. */
  fates: Fates
  column: string | null
  project: string
  ways: Ways
}

async function carry(
  house: House,
  { parcel, fates, column, project, ways }: Load,
): Promise<MovedCards['left']> {
  const wished = only(fates, 'here')
  if (wished.length === 0) return { relations: 0, people: [], outcomes: [] }
  const pass = await loadPass(house.db, parcel, { from: ways.from, project })
  // What fails here has claimed nothing: the cards may go elsewhere at once.
  const { going, files } = await house.db.transaction(async (tx) => {
    const mine = await claimMoves(tx, wished, ways)
    const ids = wished.filter((id) => mine.has(id))
    return { going: ids, files: await copyFiles(tx, ways, filesOf(parcel, ids)) }
  })
  const together = new Set(going)
  for (const id of wished) fates.set(id, together.has(id) ? 'there' : 'elsewhere')
  const { relations, late } = await house.rooms.look(roomName('board', ways.from), (doc) => ({
    relations: countTorn(doc, together),
    late: lateRelations(doc, together, ways.to),
  }))
  const arrival = { ...pass, column, files, together, late, from: ways.from }
  const waiting = new Set(going)
  for (const ids of inEdits(parcel, going)) {
    if (!(await carryPiece(house, { parcel, ids, arrival, ways }))) {
      await releaseMoves(house.db, [...waiting], ways.from)
      refuse('invalid', { fields: [{ field: 'column', problem: 'gone' }] })
    }
    for (const id of ids) waiting.delete(id)
  }
  return { relations, ...leftOf(parcel, going, pass) }
}

type Piece = { parcel: Y.Doc; ids: readonly string[]; arrival: Arrival; ways: Ways }

/** False where the column is not there. */
async function carryPiece(house: House, { parcel, ids, arrival, ways }: Piece): Promise<boolean> {
  let areThere = false
  const receive = (doc: Y.Doc) => {
    areThere = receiveCards(doc, parcel, ids, arrival)
  }
  await house.rooms.edit(roomName('board', ways.to), receive, ways.createdBy)
  if (!areThere) return false
  await leave(house, ids, ways, new Map(ids.map((id) => [id, printOfCard(parcel, id)])))
  return true
}

/** The database holds a lock for each. */
const talksAtOnce = 100

/** What is left to do once the cards are there. */
async function leave(
  { db, rooms }: House,
  ids: readonly string[],
  ways: Ways,
  leftAs?: ReadonlyMap<string, string>,
): Promise<void> {
  for (let at = 0; at < ids.length; at += talksAtOnce)
    await db.transaction((tx) => moveTalk(tx, ids.slice(at, at + talksAtOnce), ways))
  const away = (doc: Y.Doc) => sendCardsAway(doc, ids, ways.to, leftAs ? { leftAs } : {})
  await rooms.edit(roomName('board', ways.from), away, ways.createdBy)
  await noteStage(db, ways.from, ids, 'left')
}

/** Moves elsewhere that were cut off after the arrival are brought to their end: else there would be two of a card. */
async function endEarlierMoves(
  house: House,
  cards: readonly string[],
  ways: Ways,
): Promise<string[]> {
  if (cards.length === 0) return []
  const open = await goalsLeftOpen(house.db, cards, ways)
  const ended: string[] = []
  for (const goal of new Set(open.values())) {
    const board = await house.rooms.look(roomName('board', goal), (doc) => readBoard(doc))
    const there = [...open.keys()].filter(
      (card) => open.get(card) === goal && board.cards.get(card)?.archivedAt === null,
    )
    if (there.length > 0) await leave(house, there, { ...ways, to: goal })
    ended.push(...there)
  }
  return ended
}
