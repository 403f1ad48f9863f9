/**
 * Moves whose server died between two boards come to their end without anybody asking for it: what is on the board
 * it was to go to leaves the other one; what never got there stays, and may go elsewhere.
 */
import { gather } from '@atelier/shared/basics/gather'
import { entryOf } from '@atelier/shared/boards/board-shape'
import { readPlace } from '@atelier/shared/boards/card'
import { printOfCard } from '@atelier/shared/boards/left-behind-edits'
import { roomName } from '@atelier/shared/sync/room-name'
import type { Deps } from '../http/deps'
import { lastBoard } from './card-home'
import { leave } from './moving-cards'
import { claimAgain, dropOpenMove, type OpenMove, takeOpenMoves } from './open-move-queries'

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

/** All of one board, and to one. Answers how many came to an end. */
async function endWay(house: House, taken: readonly OpenMove[]): Promise<number> {
  const moves = await claimAgain(house.db, taken)
  const [first] = moves
  if (!first) return 0
  const { board: from } = first
  const byGoal = new Map<string | null, OpenMove[]>()
  for (const move of moves) gather(byGoal, await goalOf(house, move), move)
  for (const [to, theirs] of byGoal) {
    if (to === null) {
      for (const move of theirs) await dropOpenMove(house.db, move)
      continue
    }
    const cards = theirs.map(({ card }) => card)
    const there = await house.rooms.look(
      roomName('board', to),
      (doc) => new Map(cards.map((card) => [card, printOfCard(doc, card)])),
    )
    await leave(house, cards, { from, to }, there)
  }
  return moves.length
}

/** The board it has come to, also where it has gone on from there since; null where it never left. */
async function goalOf(house: House, { board, to, card }: OpenMove): Promise<string | null> {
  if (await isOn(house, to, card)) return to
  const { roomId } = await lastBoard(house, { roomId: to, card })
  return roomId !== board && (await isOn(house, roomId, card)) ? roomId : null
}

/** Put away there it is there; what lies there only because it left that board once is not. */
const isOn = ({ rooms }: House, board: string, card: string): Promise<boolean> =>
  rooms.look(roomName('board', board), (doc) => {
    const entry = entryOf(doc, 'cards', card)
    return entry !== null && !(entry.has('movedTo') && readPlace(entry).archivedAt !== null)
  })
