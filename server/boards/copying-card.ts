/** A copy of a card on another board, with files of its own there. What is said about the card stays with it. */
import { readBoard } from '@atelier/shared/boards/board'
import { entryOf } from '@atelier/shared/boards/board-shape'
import { cardFiles } from '@atelier/shared/boards/card-files'
import { copyAsTemplate } from '@atelier/shared/boards/copy-edits'
import type { LeftBehind } from '@atelier/shared/boards/move-card'
import { cardParcel, receiveCard } from '@atelier/shared/boards/transfer-edits'
import { outcomesLeft } from '@atelier/shared/outcomes/outcome-pass'
import { refuse } from '@atelier/shared/refusals'
import { roomName } from '@atelier/shared/sync/room-name'
import type * as Y from 'yjs'
import type { Deps } from '../http/deps'
import { loadOutcomePass } from '../outcomes/outcome-pass-queries'
import { copyFiles, readersAmong } from './moving-card-queries'

/** Rights are the caller's business. `as`: the copy's own id. */
export type Copy = {
  card: string
  from: string
  to: { board: string; project: string; column: string; as: string; asTemplate: boolean }
  personId: string
}

export async function copyCardAcross(
  deps: Pick<Deps, 'db' | 'rooms'>,
  { card, from, to, personId }: Copy,
): Promise<LeftBehind> {
  const found = await deps.rooms.look(roomName('board', from), (doc) => lookAt(doc, card, to.as))
  const { parcel, relations, assignees, contributed } = found ?? refuse('not-found')
  const readers = await readersAmong(deps.db, to.project, assignees)
  const outcomes = await loadOutcomePass(deps.db, from, to.project)
  const ways = { from, to: to.board, createdBy: personId }
  const files = await copyFiles(deps.db, ways, cardFiles(parcel, to.as))
  let isThere = false
  await deps.rooms.edit(
    roomName('board', to.board),
    (doc) => {
      if (entryOf(doc, 'cards', to.as)) isThere = true
      else {
        const mayRead = (id: string) => readers.has(id)
        const arrival = { column: to.column, files, mayRead, outcomes }
        isThere = receiveCard(doc, parcel, to.as, arrival)
        if (isThere && to.asTemplate) copyAsTemplate(doc, to.as)
      }
    },
    personId,
  )
  parcel.destroy()
  if (!isThere) refuse('invalid', { fields: [{ field: 'column', problem: 'gone' }] })
  const people = assignees.filter((id) => !readers.has(id))
  return { relations, people, outcomes: outcomesLeft(contributed, outcomes) }
}

function lookAt(doc: Y.Doc, id: string, as: string) {
  const card = readBoard(doc).cards.get(id)
  const parcel = card ? cardParcel(doc, id, as) : null
  if (!card || !parcel) return null
  const { partOf, duplicates, blocks, assignees, outcomes } = card
  const relations = blocks.length + Number(partOf !== null) + Number(duplicates !== null)
  return { parcel, relations, assignees: [...assignees], contributed: [...outcomes] }
}
