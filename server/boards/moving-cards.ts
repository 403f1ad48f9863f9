/** Cards on their way from one board's room to another's: the arrival first, so that none is ever in neither. */
import { entryOf } from '@atelier/shared/boards/board-shape'
import { readCard, readPlace } from '@atelier/shared/boards/card'
import { arrivalOf, isOn, trailOf } from '@atelier/shared/boards/card-trail'
import { printOfCard } from '@atelier/shared/boards/left-behind-edits'
import type { CardFate, MovedCards } from '@atelier/shared/boards/move-card'
import { countTorn, lateRelations } from '@atelier/shared/boards/relations-across-edits'
import { type Arrival, cardParcel, receiveCards } from '@atelier/shared/boards/transfer-edits'
import { refuse } from '@atelier/shared/refusals'
import { roomName } from '@atelier/shared/sync/room-name'
import type * as Y from 'yjs'
import type { Deps } from '../http/deps'
import { filesOf, inEdits, leftOf, loadPass, namedOn } from './cards-on-their-way'
import { arrivalsOn, leave, turnBack } from './leaving-board'
import {
  arrivalsLeftOpen,
  type Claim,
  claimMoves,
  copyFiles,
  goalsLeftOpen,
  releaseMoves,
  reopenMoves,
} from './moving-card-queries'

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
  await endEarlierArrivals(house, ids, ways)
  // First where they go: whatever becomes of them meanwhile is seen on one board or the other.
  const before = await seenBefore(house, to.board, ids)
  const { fates, parcel } = await house.rooms.look(roomName('board', from), (doc) => {
    const found = fatesOf(doc, ids, to.board)
    return { fates: found, parcel: cardParcel(doc, only(found, 'here')) }
  })
  try {
    for (const id of await endEarlierMoves(house, only(fates, 'here'), ways))
      fates.set(id, 'elsewhere')
    const { column, project } = to
    const left = await carry(house, { parcel, fates, before, column, project, ways })
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

/** Of the board they go to, before anything else is looked at. */
type Before = {
  /** Whom what was left of them there names. */
  remains: readonly string[]
  trails: ReadonlyMap<string, string>
  areOn: ReadonlySet<string>
}

const seenBefore = ({ rooms }: House, board: string, ids: readonly string[]): Promise<Before> =>
  rooms.look(roomName('board', board), (doc) => ({
    remains: ids.flatMap((id) => {
      const left = entryOf(doc, 'cards', id)
      return left ? namedOn(readCard(id, left, [])) : []
    }),
    trails: new Map(ids.map((id) => [id, trailOf(doc, id)])),
    areOn: new Set(ids.filter((id) => isOn(doc, id))),
  }))

type Load = {
  parcel: Y.Doc
  before: Before
  /** What is here goes, and is there or elsewhere. */
  fates: Fates
  column: string | null
  project: string
  ways: Ways
}

async function carry(
  house: House,
  { parcel, fates, before, column, project, ways }: Load,
): Promise<MovedCards['left']> {
  const wished = only(fates, 'here')
  if (wished.length === 0) return { relations: 0, people: [], outcomes: [] }
  const { remains, areOn } = before
  const prints = new Map(wished.map((id) => [id, areOn.has(id) ? null : printOfCard(parcel, id)]))
  const pass = await loadPass(house.db, parcel, { from: ways.from, project, remains })
  // What fails here has claimed nothing: the cards may go elsewhere at once.
  const { going, claims, files } = await house.db.transaction(async (tx) => {
    const mine = await claimMoves(tx, prints, ways)
    const ids = wished.filter((id) => mine.has(id))
    return { going: ids, claims: mine, files: await copyFiles(tx, ways, filesOf(parcel, ids)) }
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
    if (!(await carryPiece(house, { parcel, ids, arrival, fates, before, claims, ways }))) {
      // What an earlier try has brought there stays claimed: else there would be two of it.
      const there = await house.rooms.look(roomName('board', ways.to), (doc) =>
        going.filter((id) => isLive(doc, id)),
      )
      for (const id of there) waiting.delete(id)
      await releaseMoves(house.db, [...waiting], ways)
      refuse('invalid', { fields: [{ field: 'column', problem: 'gone' }] })
    }
    for (const id of ids) waiting.delete(id)
  }
  return { relations, ...leftOf(parcel, going, pass) }
}

type Piece = Pick<Load, 'parcel' | 'fates' | 'ways'> & {
  ids: readonly string[]
  arrival: Arrival
  before: Before
  claims: ReadonlyMap<string, Claim>
}

/** False where the column is not there. Of those that others took another way meanwhile, none stays there. */
async function carryPiece(house: House, piece: Piece): Promise<boolean> {
  const { parcel, ids, arrival, fates, claims, ways } = piece
  const { trails, areOn } = piece.before
  let areThere = false
  const leftAs = new Map<string, string>()
  const brought: string[] = []
  const onBoard: string[] = []
  const cameAs = { leftAs: new Map<string, string>(), arrivals: new Map<string, string>() }
  const receive = (doc: Y.Doc) => {
    const unchanged = ids.filter((id) => trailOf(doc, id) === trails.get(id))
    brought.push(...unchanged.filter((id) => !isOn(doc, id)))
    areThere = receiveCards(doc, parcel, unchanged, arrival)
    onBoard.push(...ids.filter((id) => isOn(doc, id)))
    const isBrought = new Set(brought)
    for (const id of ids) {
      const own = isBrought.has(id) ? printOfCard(parcel, id) : null
      const noted = areOn.has(id) ? claims.get(id)?.leftAs : null
      // What others brought, or put back, meanwhile need not be what was looked at.
      leftAs.set(id, own ?? noted ?? printOfCard(doc, id))
    }
    for (const id of brought) {
      cameAs.leftAs.set(id, printOfCard(doc, id))
      cameAs.arrivals.set(id, arrivalOf(doc, id))
    }
  }
  await house.rooms.edit(roomName('board', ways.to), receive, ways.createdBy)
  if (!areThere) return false
  const arrivals = new Map(ids.map((id) => [id, arrivalOf(parcel, id)]))
  const begun = new Map([...claims].map(([id, { movedAt }]) => [id, movedAt]))
  const became = await leave(house, onBoard, { ...ways, begun }, { leftAs, arrivals })
  const isAstray = (id: string) => (became.get(id) ?? 'astray') === 'astray'
  for (const id of ids.filter(isAstray)) fates.set(id, 'elsewhere')
  await turnBack(house, brought.filter(isAstray), ways, cameAs)
  return true
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
    const theirs = [...open.keys()].filter((card) => open.get(card) === goal)
    const way = { ...ways, to: goal }
    const there = await printsOn(house, goal, theirs)
    await endNow(house, there, way)
    ended.push(...there.keys())
  }
  return ended
}

/** The same for cards that were on their way here from where they are to go now. */
async function endEarlierArrivals(
  house: House,
  cards: readonly string[],
  { from, to, createdBy }: Ways,
): Promise<void> {
  if (cards.length === 0) return
  const open = await arrivalsLeftOpen(house.db, cards, { from, to })
  if (open.length === 0) return
  const here = await printsOn(house, from, open)
  await endNow(house, here, { from: to, to: from, createdBy })
}

async function endNow(house: House, there: ReadonlyMap<string, string>, way: Ways): Promise<void> {
  if (there.size === 0) return
  const arrivals = await arrivalsOn(house, way.from, [...there.keys()])
  const open = await reopenMoves(house.db, [...there.keys()], way)
  const leftAs = new Map([...there].map(([id, print]) => [id, open.get(id) ?? print]))
  await leave(house, [...open.keys()], way, { leftAs, arrivals })
}

/** Of these cards, those that are on the board, with their prints. */
const printsOn = ({ rooms }: House, board: string, cards: readonly string[]) =>
  rooms.look(
    roomName('board', board),
    (doc) => new Map(cards.filter((id) => isLive(doc, id)).map((id) => [id, printOfCard(doc, id)])),
  )

function isLive(doc: Y.Doc, id: string): boolean {
  const entry = entryOf(doc, 'cards', id)
  return entry !== null && readPlace(entry).archivedAt === null
}
