/** The wall as nodes of the canvas. What did not change stays the same object, and is not drawn again. */
import type { Note } from '@atelier/shared/workshops/note'
import type { Group, Wall } from '@atelier/shared/workshops/wall'
import { groupBox, spotInGroup } from '@atelier/shared/workshops/wall-places'
import { noteSide, sideOf, wallEdge } from '@atelier/shared/workshops/wall-shape'
import type { Node } from '@xyflow/react'
import type { Place } from './glide'

export type NoteNode = Node<{ note: Note }, 'note'>
export type GroupNode = Node<{ group: Group }, 'group'>
export type WallNode = NoteNode | GroupNode

/** What this person has chosen or holds: nobody else's business, so in no document. */
export type Held = { isChosen: boolean; isDragged: boolean; at: Place | null }
export type Hand = ReadonlyMap<string, Held>
export const untouched: Held = { isChosen: false, isDragged: false, at: null }

export type Look = {
  /** A finger moves only what it has chosen before, and else the wall. */
  drags: 'all' | 'chosen' | 'none'
  nameOf(note: Note): string
  groupNameOf(group: Group): string
  kind: { note: string; group: string }
}

type Kept = { node: WallNode; from: readonly unknown[] }

/** Lays out one wall after the other, and remembers how. */
export function createLayout(): (wall: Wall, hand: Hand, look: Look) => WallNode[] {
  const kept = new Map<string, Kept>()
  return (wall, hand, look) => {
    const keep = (id: string, from: readonly unknown[], make: () => WallNode): WallNode => {
      const all = [...from, look.drags, hand.get(id), look.nameOf]
      const before = kept.get(id)
      if (before && all.every((part, nth) => part === before.from[nth])) return before.node
      const node = make()
      kept.set(id, { node, from: all })
      return node
    }
    const common = (id: string) => commonOf(id, look, hand.get(id) ?? untouched)
    const groupNode = (group: Group) =>
      keep(group.id, [group], () => groupNodeOf(group, common(group.id), hand, look))
    const inGroup = (note: Note, nth: number, group: Group) =>
      keep(note.id, [note, group.id, nth, group.notes.length], () => {
        const place = spotInGroup(nth, group.notes.length)
        const node = noteNodeOf(note, noteSide, place, common(note.id), hand, look)
        return { ...node, parentId: group.id, zIndex: nth + 1 + raisedBy(hand, note.id) }
      })
    const loose = (note: Note) =>
      keep(note.id, [note], () =>
        noteNodeOf(note, sideOf(note.size), note.spot, common(note.id), hand, look),
      )
    return [
      ...wall.groups.map(groupNode),
      ...wall.groups.flatMap((group) => group.notes.map((note, nth) => inGroup(note, nth, group))),
      ...wall.notes.filter(({ group }) => group === null).map(loose),
    ]
  }
}

type Common = ReturnType<typeof commonOf>

const commonOf = (id: string, { drags }: Look, { isChosen, isDragged }: Held) => ({
  ...{ id, selected: isChosen, dragging: isDragged },
  draggable: drags === 'all' || (drags === 'chosen' && isChosen),
  // No line ends at a node: links are drawn beside them, and nothing has to be measured.
  ...{ handles: [], connectable: false, focusable: true },
})

function noteNodeOf(
  note: Note,
  side: number,
  place: Place,
  common: Common,
  hand: Hand,
  look: Look,
): NoteNode {
  const { x, y } = hand.get(note.id)?.at ?? place
  return {
    ...common,
    ...sized(side, side),
    type: 'note',
    position: { x, y },
    zIndex: note.spot.z + raisedBy(hand, note.id),
    data: { note },
    ariaLabel: look.nameOf(note),
    domAttributes: { tabIndex: -1, 'aria-roledescription': look.kind.note },
  }
}

function groupNodeOf(group: Group, common: Common, hand: Hand, look: Look): GroupNode {
  const { width, height } = groupBox(group)
  const { x, y } = hand.get(group.id)?.at ?? group.spot
  return {
    ...common,
    ...sized(width, height),
    type: 'group',
    position: { x, y },
    zIndex: group.spot.z + raisedBy(hand, group.id),
    data: { group },
    ariaLabel: look.groupNameOf(group),
    domAttributes: { tabIndex: -1, 'aria-roledescription': look.kind.group },
  }
}

/** What is in a hand is above all that lies. */
const raisedBy = (hand: Hand, id: string) => (hand.get(id)?.isDragged ? 2 * wallEdge : 0)

const sized = (width: number, height: number) => ({ width, height, measured: { width, height } })
