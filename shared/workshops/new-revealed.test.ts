import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { limits } from '../sync/limits'
import { bytesOf, type RevealedNote, whatFits } from './new-revealed'
import { readWall } from './wall'
import { addNote } from './wall-edits'

const spot = { x: 0, y: 0, z: 0 }
const points = Array.from({ length: 800 }, (_, nth) => (nth * 7) % 1000)
const drawing = Array.from({ length: 10 }, () => ({ ink: 'ink', points }) as const)

function drawn(): RevealedNote {
  const pad = new Y.Doc()
  const id = addNote(pad, { colour: 'blue', stage: 's', spot, drawing })
  return { id, note: readWall(pad).notes.find((note) => note.id === id) as RevealedNote['note'] }
}
/** A wall on which there is room for so many bytes of unseen writing. */
function wallWith(left: number): Y.Doc {
  const wall = new Y.Doc()
  wall.getMap('files').set('large', new Uint8Array(limits.roomBytes / 2 - left))
  return wall
}

test('each brings as much as the others where there is little room, and nothing where there is none', () => {
  const one = drawn()
  const [mine, theirs] = [Array.from({ length: 9 }, drawn), Array.from({ length: 3 }, drawn)]
  const room = wallWith(bytesOf(one) * 4.5)
  const fits = whatFits(room, [mine, [], theirs])
  expect(fits.filter((note) => mine.includes(note))).toHaveLength(2)
  expect(fits.filter((note) => theirs.includes(note))).toHaveLength(2)
  expect(whatFits(wallWith(0), [mine, theirs])).toEqual([])
  expect(whatFits(new Y.Doc(), [mine, theirs])).toHaveLength(12)
})
