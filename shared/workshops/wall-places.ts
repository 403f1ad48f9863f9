/** Where notes lie when nobody says, and how a group lays those in it. In pixels of the wall. */
import type { Note } from './note'
import type { Topic } from './stage'
import type { Group, Wall } from './wall'
import { noteGap, noteSide, type Spot, sideOf } from './wall-shape'

export type Box = { x: number; y: number; width: number; height: number }
/** Columns of the grid in which notes are laid, from the left. */
export type Band = { from: number; columns: number }

export const gridStep = noteSide + noteGap
const groupHead = 56
const groupColumns = 4
const topicColumns = 3

/** Side by side with a column between them, in the order of the topics; notes without one have eight columns. */
export function bandOf(
  topics: readonly Pick<Topic, 'key'>[] | undefined,
  key: string | null,
): Band {
  const at = topics?.findIndex((topic) => topic.key === key) ?? -1
  const from = (at < 0 ? (topics?.length ?? 0) : at) * (topicColumns + 1)
  return { from, columns: at < 0 ? 8 : topicColumns }
}

const columnsOf = (notes: number) =>
  Math.min(groupColumns, Math.max(1, Math.ceil(Math.sqrt(notes))))

/** Of the note whose turn is `nth`, from 0, among so many: from the group's own spot. All are of natural size in it. */
export function spotInGroup(nth: number, notes: number): { x: number; y: number } {
  const columns = columnsOf(notes)
  const row = Math.floor(nth / columns)
  return { x: noteGap + (nth % columns) * gridStep, y: groupHead + row * gridStep }
}

export function groupBox({ spot, notes }: Pick<Group, 'spot' | 'notes'>): Box {
  const columns = columnsOf(notes.length)
  const rows = Math.max(1, Math.ceil(notes.length / columns))
  const { x, y } = spot
  return { x, y, width: noteGap + columns * gridStep, height: groupHead + rows * gridStep }
}

export function noteBox({ spot, size }: Pick<Note, 'spot' | 'size'>): Box {
  const side = sideOf(size)
  return { x: spot.x, y: spot.y, width: side, height: side }
}

/** What lies on the wall: groups, and notes in none. */
export const boxesOf = ({ notes, groups }: Pick<Wall, 'notes' | 'groups'>): Box[] => [
  ...notes.filter((note) => note.group === null).map(noteBox),
  ...groups.map(groupBox),
]

/** Above all there is. */
export const topOf = ({ notes, groups }: Pick<Wall, 'notes' | 'groups'>): number =>
  [...notes, ...groups].reduce((top, { spot }) => Math.max(top, spot.z), 0)

/**
 * Gives one free spot of the grid after the other, row by row in the band that is asked for. It remembers what it gave.
 */
export function freeSpots(wall: Pick<Wall, 'notes' | 'groups'>): (band: Band) => Spot {
  const taken = new Set<string>()
  for (const box of boxesOf(wall)) for (const cell of cellsUnder(box)) taken.add(cell)
  let z = topOf(wall)
  const reached = new Map<string, number>()
  return ({ from, columns }) => {
    const band = `${from} ${columns}`
    for (let nth = reached.get(band) ?? 0; ; nth++) {
      const [column, row] = [from + (nth % columns), Math.floor(nth / columns)]
      const cell = `${column} ${row}`
      if (taken.has(cell)) continue
      taken.add(cell)
      reached.set(band, nth + 1)
      z += 1
      return { x: column * gridStep, y: row * gridStep, z }
    }
  }
}

export const freeSpot = (wall: Pick<Wall, 'notes' | 'groups'>, band: Band): Spot =>
  freeSpots(wall)(band)

/** A group may be as large as it likes; a broken one costs no more than this. */
const mostCells = 4000

function cellsUnder({ x, y, width, height }: Box): string[] {
  const cells: string[] = []
  const first = (at: number) => Math.floor((at + noteGap) / gridStep)
  const last = (at: number, side: number) => Math.ceil((at + side) / gridStep) - 1
  for (let row = first(y); row <= last(y, height); row++)
    for (let column = first(x); column <= last(x, width); column++) {
      if (cells.length >= mostCells) return cells
      cells.push(`${column} ${row}`)
    }
  return cells
}
