import { readBoard } from '@atelier/shared/boards/board'
import { roomName } from '@atelier/shared/sync/room-name'
import { inArray } from 'drizzle-orm'
import { boardCardMoves } from '../db/card-tables'
import type { Deps } from '../http/deps'
import { makeBoard, makePerson, makeProject, makeWorkspace } from './make'

type House = Pick<Deps, 'db' | 'rooms'>

export const boardOn = ({ rooms }: House, id: string) =>
  rooms.look(roomName('board', id), readBoard)

/** Titles of cards in columns. */
export const shownOn = async (on: House, id: string) =>
  (await boardOn(on, id)).columns.flatMap(({ cards }) => cards.map(({ title }) => title))

/** Three boards of one project, and two cards on the first. */
export async function threeBoards(house: House) {
  const { db } = house
  const workspace = await makeWorkspace(db)
  const mover = await makePerson(db, workspace)
  const project = await makeProject(db, workspace.owner, { members: [[mover, 'contributor']] })
  const make = async (titles: string[]) => {
    const cards = titles.map((title) => ({ title, column: 'To do' }))
    return (await makeBoard(db, project, workspace.owner, { cards })).id
  }
  const [a, b, c] = [await make(['Weld', 'Cut']), await make([]), await make([])]
  const { columns } = await boardOn(house, a)
  const ids = columns.flatMap(({ cards }) => cards.map(({ id }) => id))
  const move = (from: string, to: string, cards = ids) => ({
    ...{ cards, from, personId: mover.id },
    to: { board: to, project: project.id, column: null },
  })
  return { mover, a, b, c, ids, move }
}

/** As if nobody had taken their moves in hand for so long. */
export const longAgo = ({ db }: Pick<Deps, 'db'>, ids: string[], ms = 150_000) =>
  db
    .update(boardCardMoves)
    .set({ claimedAt: new Date(Date.now() - ms) })
    .where(inArray(boardCardMoves.card, ids))

/** What is kept of their moves, in any order. */
export async function movesOf({ db }: Pick<Deps, 'db'>, ids: string[]) {
  const rows = await db.select().from(boardCardMoves).where(inArray(boardCardMoves.card, ids))
  return rows.map(({ boardId, to, stage }) => [boardId, to, stage])
}
