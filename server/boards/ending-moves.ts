/**
 * Moves whose server died between two boards come to their end without anybody asking for it: what is on the board
 * it was to go to leaves the other one; what never got there stays, and may go elsewhere.
 */
import { gather } from '@atelier/shared/basics/gather'
import { entryOf } from '@atelier/shared/boards/board-shape'
import { readPlace } from '@atelier/shared/boards/card'
import { printOfCard } from '@atelier/shared/boards/left-behind-edits'
import { roomName } from '@atelier/shared/sync/room-name'
import type * as Y from 'yjs'
import type { Deps } from '../http/deps'
import { leave } from './moving-cards'
import { dropOpenMove, type OpenMove, takeOpenMoves } from './open-move-queries'

type House = Pick<Deps, 'db' | 'rooms' | 'log'>

/** In one go; the next sweep takes the next. */
const mostAtOnce = 500

/** Any node may do it at any time, several at once, too. Answers how many it ended; what fails is tried again later. */
export async function endCutOffMoves(house: House): Promise<number> {
  const byWay = new Map<string, OpenMove[]>()
  for (const move of await takeOpenMoves(house.db, mostAtOnce))
    gather(byWay, `${move.board} ${move.to}`, move)
  let ended = 0
  for (const moves of byWay.values()) {
    try {
      ended += await endWay(house, moves)
    } catch (error) {
      const [first] = moves
      house.log.warn(
        { err: error, from: first?.board, to: first?.to },
        'could not end moves of cards that were cut off, trying again',
      )
    }
  }
  return ended
}

/** All of one board, and to one. */
async function endWay(house: House, moves: readonly OpenMove[]): Promise<number> {
  const [first] = moves
  if (!first) return 0
  const { board: from, to } = first
  const there = await house.rooms.look(roomName('board', to), (doc) => {
    const came = moves.filter((move) => hasCome(doc, move))
    return new Map(came.map(({ card }) => [card, printOfCard(doc, card)]))
  })
  if (there.size > 0) await leave(house, [...there.keys()], { from, to }, there)
  for (const move of moves) if (!there.has(move.card)) await dropOpenMove(house.db, move)
  return moves.length
}

/** What lies there only because it left that board once has not come again. */
function hasCome(doc: Y.Doc, { card, wasThere }: OpenMove): boolean {
  const entry = entryOf(doc, 'cards', card)
  if (entry === null) return false
  const isLeftBehind = entry.has('movedTo') && readPlace(entry).archivedAt !== null
  return wasThere || !isLeftBehind
}
