/** A card on its way from one board's room to another's: the arrival first, so that it is never in neither. */
import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { cardFiles } from '@atelier/shared/boards/card-files'
import { printOfCard } from '@atelier/shared/boards/left-behind-edits'
import type { LeftBehind } from '@atelier/shared/boards/move-card'
import { cardParcel, receiveCard, sendCardAway } from '@atelier/shared/boards/transfer-edits'
import { outcomesLeft } from '@atelier/shared/outcomes/outcome-pass'
import { refuse } from '@atelier/shared/refusals'
import { roomName } from '@atelier/shared/sync/room-name'
import type * as Y from 'yjs'
import { noteStage } from '../comments/moved-talk-queries'
import type { Deps } from '../http/deps'
import { loadOutcomePass } from '../outcomes/outcome-pass-queries'
import {
  claimMove,
  copyFiles,
  goalLeftOpen,
  moveTalk,
  readersAmong,
  releaseMove,
} from './moving-card-queries'

/** Rights are the caller's business. */
export type Move = {
  card: string
  from: string
  to: { board: string; project: string; column: string }
  personId: string
}

/**
 * Asked again after a crash, it does what is left to do; after it is done, nothing. Of two who move it to two
 * boards at once, on whichever nodes, the first does, and the other is refused with `conflict`.
 */
export async function moveCardAcross(
  deps: Pick<Deps, 'db' | 'rooms'>,
  { card, from, to, personId }: Move,
): Promise<LeftBehind> {
  const [source, target] = [roomName('board', from), roomName('board', to.board)]
  const found = await deps.rooms.look(source, (doc) => lookAt(doc, card))
  if (!found) refuse('not-found')
  const { parcel, relations, movedTo, assignees, contributed } = found
  if (movedTo === to.board) return nothingLeft
  const ways = { from, to: to.board, createdBy: personId }
  if (movedTo !== null || (await endEarlierMove(deps, card, ways))) refuse('conflict')
  const readers = await readersAmong(deps.db, to.project, assignees)
  const outcomes = await loadOutcomePass(deps.db, from, to.project)
  const files = await deps.db.transaction(async (tx) => {
    if (!(await claimMove(tx, card, ways))) refuse('conflict')
    return copyFiles(tx, ways, cardFiles(parcel, card))
  })
  let isThere = false
  await deps.rooms.edit(
    target,
    (doc) => {
      const mayRead = (id: string) => readers.has(id)
      const arrival = { column: to.column, files, mayRead, outcomes }
      isThere = receiveCard(doc, parcel, card, arrival)
    },
    personId,
  )
  const leftAs = printOfCard(parcel, card)
  parcel.destroy()
  if (!isThere) {
    await releaseMove(deps.db, card, from)
    refuse('invalid', { fields: [{ field: 'column', problem: 'gone' }] })
  }
  await leave(deps, card, ways, leftAs)
  const people = assignees.filter((id) => !readers.has(id))
  return { relations, people, outcomes: outcomesLeft(contributed, outcomes) }
}

type Ways = { from: string; to: string; createdBy: string }

/** What is left to do once the card is there. */
async function leave(
  deps: Pick<Deps, 'db' | 'rooms'>,
  card: string,
  ways: Ways,
  leftAs?: string,
): Promise<void> {
  await deps.db.transaction((tx) => moveTalk(tx, card, ways))
  const source = roomName('board', ways.from)
  const away = (doc: Y.Doc) => void sendCardAway(doc, card, ways.to, { leftAs })
  await deps.rooms.edit(source, away, ways.createdBy)
  await noteStage(deps.db, { roomId: ways.from, card }, 'left')
}

/** A move elsewhere that was cut off after the arrival is brought to its end: else there would be two of the card. */
async function endEarlierMove(
  deps: Pick<Deps, 'db' | 'rooms'>,
  card: string,
  ways: Ways,
): Promise<boolean> {
  const goal = await goalLeftOpen(deps.db, card, ways)
  if (goal === null) return false
  const there = await deps.rooms.look(roomName('board', goal), (doc) =>
    readBoard(doc).cards.get(card),
  )
  if (there?.archivedAt !== null) return false
  await leave(deps, card, { ...ways, to: goal })
  return true
}

const nothingLeft: LeftBehind = { relations: 0, people: [], outcomes: [] }

function lookAt(doc: Y.Doc, id: string) {
  const { cards } = readBoard(doc)
  const card = cards.get(id)
  if (!card || card.isTemplate) return null
  const pointed = [card.partOf, card.duplicates, ...card.blocks].filter(
    (other) => other !== null && cards.has(other),
  )
  const pointing = [...cards.values()].filter(
    (other) => other.partOf === id || other.duplicates === id || other.blocks.includes(id),
  )
  return {
    parcel: must(cardParcel(doc, id), 'parcel'),
    relations: pointed.length + pointing.length,
    movedTo: card.movedTo,
    assignees: [...card.assignees],
    contributed: [...card.outcomes],
  }
}
