/**
 * Moves whose server died between two boards come to their end without anybody asking for it: what is on the board
 * it was to go to leaves the other one; what never got there stays, and may go elsewhere.
 */
import { gather } from '@atelier/shared/basics/gather'
import { isOn } from '@atelier/shared/boards/card-trail'
import { printOfCard } from '@atelier/shared/boards/left-behind-edits'
import { roomName } from '@atelier/shared/sync/room-name'
import { tellCardComments } from '../comments/tell-comments'
import type { Deps } from '../http/deps'
import { lastBoard } from './card-home'
import { arrivalsOn, leave } from './leaving-board'
import {
  claimAgain,
  dropOpenMove,
  type OpenMove,
  takeOpenMoves,
  withProjects,
} from './open-move-queries'

type House = Pick<Deps, 'db' | 'rooms' | 'log' | 'notices'>

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
  const ids = moves.map(({ card }) => card)
  const arrivals = await arrivalsOn(house, from, ids)
  const came = await printsOn(house, to, moves)
  const became = await leave(
    house,
    [...came.keys()],
    { from, to },
    { leftAs: setOut(moves, came), arrivals },
  )
  const told = new Set(became.size > 0 ? [from, to] : [])
  for (const move of moves) {
    if (came.has(move.card)) continue
    const { board, print } = await whereItWentOn(house, move)
    if (print.size === 0) await dropOpenMove(house.db, move, board)
    else {
      const way = { from, to: board, claimed: to }
      await leave(house, [move.card], way, { leftAs: setOut([move], print), arrivals })
    }
    for (const each of [from, board]) told.add(each)
  }
  // What is said about them lies elsewhere now.
  for (const board of await withProjects(house.db, [...told])) tellCardComments(house, board)
  return moves.length
}

/** The prints of what set out; where nobody noted them, what stands there is taken for it. */
const setOut = (moves: readonly OpenMove[], there: ReadonlyMap<string, string>) =>
  new Map(moves.map(({ card, leftAs }) => [card, leftAs ?? there.get(card) ?? '']))

/** The board to which it has gone on from there since, with its print; without one where it never left. */
async function whereItWentOn(house: House, move: OpenMove) {
  const { roomId: board } = await lastBoard(house, { roomId: move.to, card: move.card })
  const isElsewhere = board !== move.board && board !== move.to
  const print = isElsewhere ? await printsOn(house, board, [move]) : new Map<string, string>()
  return { board, print }
}

/** Of those that are on the board. */
const printsOn = ({ rooms }: House, board: string, moves: readonly OpenMove[]) =>
  rooms.look(roomName('board', board), (doc) => {
    const on = moves.map(({ card }) => card).filter((card) => isOn(doc, card))
    return new Map(on.map((card) => [card, printOfCard(doc, card)]))
  })
