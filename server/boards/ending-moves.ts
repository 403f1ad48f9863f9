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
  const { board: from, to } = first
  const came = await printsOn(house, to, moves)
  if (came.size > 0) await leave(house, [...came.keys()], { from, to }, came)
  for (const move of moves) {
    if (came.has(move.card)) continue
    const goneOn = await whereItWentOn(house, move)
    if (goneOn === null) await dropOpenMove(house.db, move)
    else await leave(house, [move.card], { from, to: goneOn.board }, goneOn.print)
  }
  return moves.length
}

/** The board to which it has gone on from there since; null where it never left. */
async function whereItWentOn(house: House, move: OpenMove) {
  const { roomId: board } = await lastBoard(house, { roomId: move.to, card: move.card })
  if (board === move.board || board === move.to) return null
  const print = await printsOn(house, board, [move])
  return print.size > 0 ? { board, print } : null
}

/** Of those that are on the board. Put away there it is there; what lies there only because it left once is not. */
const printsOn = ({ rooms }: House, board: string, moves: readonly OpenMove[]) =>
  rooms.look(roomName('board', board), (doc) => {
    const isOn = (card: string) => {
      const entry = entryOf(doc, 'cards', card)
      return entry !== null && !(entry.has('movedTo') && readPlace(entry).archivedAt !== null)
    }
    const on = moves.map(({ card }) => card).filter(isOn)
    return new Map(on.map((card) => [card, printOfCard(doc, card)]))
  })
