/** Test kit: four people who undo what is theirs, and hear each other late, twice and in any order. */
import * as Y from 'yjs'
import { type BoardUndo, followBoardUndo } from './board-undo'
import { type Person, person, startingBoard } from './two-boards'

export type Four = { people: Person[]; undos: BoardUndo[] }

export function fourPeople(): Four {
  const start = startingBoard()
  const people = [1, 2, 3, 4].map((clientId) => person(clientId, start))
  return { people, undos: people.map(({ doc }) => followBoardUndo(doc)) }
}

export const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % from.length]

/** One or a few frames of somebody, perhaps long known, perhaps from the middle. */
export function hearSome({ people }: Four, doc: Y.Doc, from: number, at: number): void {
  const sent = pick(people, from)?.sent ?? []
  const start = sent.length === 0 ? 0 : at % sent.length
  for (const update of sent.slice(start, start + 1 + (at % 5))) Y.applyUpdate(doc, update, 'wire')
}

export function meetAll({ people }: Four, order: number): void {
  const wires = people.flatMap((to) => people.map((from) => ({ from, to })))
  for (let left = wires.length; left > 0; left--) {
    const [wire] = wires.splice(order % left, 1)
    for (const update of wire?.from.sent ?? []) Y.applyUpdate(wire?.to.doc as Y.Doc, update, 'wire')
  }
}
