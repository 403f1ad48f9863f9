/** Copies of cards on another board, with files of their own there. What is said about a card stays with it. */
import { entryOf } from '@atelier/shared/boards/board-shape'
import { copyAsTemplate } from '@atelier/shared/boards/copy-edits'
import type { CopiedCards } from '@atelier/shared/boards/move-card'
import { countTornFrom } from '@atelier/shared/boards/relations-across-edits'
import { cardParcel, receiveCards } from '@atelier/shared/boards/transfer-edits'
import { refuse } from '@atelier/shared/refusals'
import { roomName } from '@atelier/shared/sync/room-name'
import type * as Y from 'yjs'
import type { Deps } from '../http/deps'
import { filesOf, inEdits, leftOf, loadPass } from './cards-on-their-way'
import { copyFiles } from './moving-card-queries'

/** Rights are the caller's business. `as`: a copy's own id. */
export type Copy = {
  cards: readonly { card: string; as: string }[]
  from: string
  to: { board: string; project: string; column: string; asTemplate: boolean }
  personId: string
}

/** Those that are gone keep none of the others. Refuses with `invalid` where the column is not there. */
export async function copyCardsAcross(
  { db, rooms }: Pick<Deps, 'db' | 'rooms'>,
  { cards, from, to, personId }: Copy,
): Promise<CopiedCards> {
  const names = new Map(cards.map(({ card, as }) => [card, as]))
  const { parcel, found, relations } = await rooms.look(roomName('board', from), (doc) => {
    const there = [...names.keys()].filter((id) => entryOf(doc, 'cards', id) !== null)
    return {
      parcel: cardParcel(doc, there, names),
      found: new Set(there),
      relations: countTornFrom(doc, new Set(there)),
    }
  })
  try {
    const copies = [...found].flatMap((id) => names.get(id) ?? [])
    const pass = await loadPass(db, parcel, { from, project: to.project })
    const left = { relations, ...leftOf(parcel, copies, pass) }
    const ways = { from, to: to.board, createdBy: personId }
    const files = await copyFiles(db, ways, filesOf(parcel, copies))
    const together = new Set(copies)
    for (const ids of inEdits(parcel, copies)) {
      const write = (doc: Y.Doc) => {
        const made = ids.filter((id) => entryOf(doc, 'cards', id) === null)
        areThere = receiveCards(doc, parcel, made, { ...pass, column: to.column, files, together })
        if (areThere && to.asTemplate) for (const id of made) copyAsTemplate(doc, id)
      }
      let areThere = false
      await rooms.edit(roomName('board', to.board), write, personId)
      if (!areThere) refuse('invalid', { fields: [{ field: 'column', problem: 'gone' }] })
    }
    const told = cards.map(({ card: id }) => {
      const fate: CopiedCards['cards'][number]['fate'] = found.has(id) ? 'there' : 'gone'
      return { id, fate }
    })
    return { boardId: to.board, cards: told, left }
  } finally {
    parcel.destroy()
  }
}
