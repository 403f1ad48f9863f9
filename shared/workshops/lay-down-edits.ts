/** What a hand lays down on the wall: notes and groups of any kind at once, as one edit. */
import type * as Y from 'yjs'
import { edit, setOrDelete, wallOf } from './wall-change-edits'
import { topOf } from './wall-places'
import { entryOf, type Spot } from './wall-shape'

export type Laid = { id: string; at: { x: number; y: number }; topic?: string }

/**
 * Each to its own place, and to another topic where one is given; a note that was in a group is in none then. Where `raised`, on top of all there is, in the
 * order they lay on each other. Answers how many there are to lay down.
 */
export function layDown(doc: Y.Doc, places: readonly Laid[], { raised = false } = {}): number {
  const wall = wallOf(doc)
  const groups = new Map(wall.groups.map((group) => [group.id, group]))
  const found = places.flatMap((place) => {
    const spot = (wall.byId.get(place.id) ?? groups.get(place.id))?.spot
    return spot ? [{ ...place, z: spot.z }] : []
  })
  found.sort((a, b) => a.z - b.z)
  let top = topOf(wall)
  if (found.length > 0)
    edit(doc, () => {
      for (const { id, at, z, topic } of found) {
        put(doc, id, { ...rounded(at), z: raised ? ++top : z })
        const note = topic === undefined ? null : entryOf(doc, 'notes', id)
        if (note) setOrDelete(note, 'topic', topic)
      }
    })
  return found.length
}

function put(doc: Y.Doc, id: string, spot: Spot): void {
  const note = entryOf(doc, 'notes', id)
  if (note) setOrDelete(note, 'group', null)
  ;(note ?? entryOf(doc, 'groups', id))?.set('spot', spot)
}

/** Whole pixels: a hand is not steadier. */
const rounded = ({ x, y }: { x: number; y: number }) => ({ x: Math.round(x), y: Math.round(y) })
