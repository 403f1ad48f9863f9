/** Test kit: people with a replica of a wall each, and a wire that delivers when and in which order it is told. */
import * as Y from 'yjs'
import { newWallUpdate } from './new-wall'
import { readWall, type Wall } from './wall'
import { addNote } from './wall-edits'

export type Replica = { doc: Y.Doc; sent: Uint8Array[] }

export const ids = {
  a: '00000000-0000-4000-8000-00000000000a',
  b: '00000000-0000-4000-8000-00000000000b',
  c: '00000000-0000-4000-8000-00000000000c',
} as const

/** Notes a, b and c side by side. */
export function startingWall(): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, newWallUpdate('Milling line'))
  Object.entries(ids).forEach(([text, id], nth) => {
    addNote(doc, { id, text, colour: 'yellow', stage: 'one', spot: { x: nth * 200, y: 0, z: nth } })
  })
  return Y.encodeStateAsUpdate(doc)
}

export function replica(clientId: number, start: Uint8Array): Replica {
  const doc = new Y.Doc()
  doc.clientID = clientId
  Y.applyUpdate(doc, start, 'wire')
  const sent: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'wire') sent.push(update)
  })
  return { doc, sent }
}

function deliver(from: Replica, to: Replica): void {
  for (const update of from.sent) Y.applyUpdate(to.doc, update, 'wire')
}

export const plain = (wall: Wall) => ({ ...wall, byId: [...wall.byId].sort() })

/** Both hear each other, and must then see the same. */
export function meet(ana: Replica, ben: Replica): Wall {
  deliver(ana, ben)
  deliver(ben, ana)
  const [seen, alsoSeen] = [readWall(ana.doc), readWall(ben.doc)]
  if (JSON.stringify(plain(seen)) !== JSON.stringify(plain(alsoSeen)))
    throw new Error('two people see different walls')
  return seen
}

/** Runs what happens at once with the higher client id on either side: Yjs lets the higher one win. */
export function bothOrders(run: (people: { ana: Replica; ben: Replica }) => void): void {
  const start = startingWall()
  run({ ana: replica(1, start), ben: replica(2, start) })
  run({ ana: replica(2, start), ben: replica(1, start) })
}
