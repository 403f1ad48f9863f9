/** Where things lie on the canvas, in which order they are read, and what a drop means. */
import type { Group, Wall } from '@atelier/shared/workshops/wall'
import {
  type Box,
  gridStep,
  groupBox,
  noteBox,
  spotInGroup,
} from '@atelier/shared/workshops/wall-places'
import { noteSide } from '@atelier/shared/workshops/wall-shape'
import type { Place } from './glide'

export const middleOf = ({ x, y, width, height }: Box): Place => ({
  x: x + width / 2,
  y: y + height / 2,
})

/** Of every note and group, by id. */
export function boxesById(wall: Wall): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>()
  for (const note of wall.notes) if (note.group === null) boxes.set(note.id, noteBox(note))
  for (const group of wall.groups) {
    boxes.set(group.id, groupBox(group))
    for (const [nth, note] of group.notes.entries()) boxes.set(note.id, boxInGroup(group, nth))
  }
  return boxes
}

function boxInGroup({ spot, notes }: Group, nth: number): Box {
  const { x, y } = spotInGroup(nth, notes.length)
  return { x: spot.x + x, y: spot.y + y, width: noteSide, height: noteSide }
}

/** The smallest box around all of these; null for none. */
export function boxAround(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))]
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  return { x, y, width: right - x, height: bottom - y }
}

/** Ids of groups, each before its notes, and of loose notes: row by row, from the left in each. */
export function readingOrder({ notes, groups }: Wall): string[] {
  const rowOf = (y: number) => Math.round(y / gridStep)
  const loose = notes.filter(({ group }) => group === null)
  const all = [
    ...loose.map(({ id, spot }) => ({ spot, ids: [id] })),
    ...groups.map(({ id, spot, notes: inside }) => ({
      ...{ spot, ids: [id, ...inside.map((note) => note.id)] },
    })),
  ]
  all.sort((a, b) => rowOf(a.spot.y) - rowOf(b.spot.y) || a.spot.x - b.spot.x)
  return all.flatMap(({ ids }) => ids)
}

/** `wall`: beside everything. */
export type Drop = { kind: 'wall' } | { kind: 'group' | 'note'; id: string }

/** What lies where the middle of what is dropped comes down, the topmost of it; what is dropped itself does not count. */
export function dropAt(wall: Wall, dropped: ReadonlySet<string>, middle: Place): Drop {
  const hits: { drop: Drop; z: number }[] = []
  for (const group of wall.groups)
    if (!dropped.has(group.id) && isOver(groupBox(group), middle))
      hits.push({ drop: { kind: 'group', id: group.id }, z: group.spot.z })
  for (const note of wall.notes)
    if (note.group === null && !dropped.has(note.id) && isOver(coreOf(noteBox(note)), middle))
      hits.push({ drop: { kind: 'note', id: note.id }, z: note.spot.z })
  hits.sort((a, b) => b.z - a.z)
  return hits[0]?.drop ?? { kind: 'wall' }
}

const isOver = ({ x, y, width, height }: Box, at: Place): boolean =>
  at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height

/** Only well over a note is on it: notes may overlap at their edges without meaning anything. */
function coreOf({ x, y, width, height }: Box): Box {
  const inset = width / 4
  return { x: x + inset, y: y + inset, width: width - 2 * inset, height: height - 2 * inset }
}
