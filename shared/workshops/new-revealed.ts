/** What was written unseen, made into one update of the wall that says of nobody what they wrote. Pure. */
import * as Y from 'yjs'
import type { Note } from './note'
import type { Stage } from './stage'
import { readWall, type Wall } from './wall'
import { birthOf } from './wall-edits'
import { bandOf, freeSpots } from './wall-places'
import { rootOf, wallLimits } from './wall-shape'

/** The document that a room's log makes. */
export function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

/** A note of a pad as the wall takes it: `id` is the one it has there. */
export type RevealedNote = { id: string; note: Note }
type RevealedStage = Pick<Stage, 'id' | 'rules'>

/** Whether anything was said with it. */
const saysSomething = ({ text, drawing }: Note): boolean => text.trim() !== '' || drawing.length > 0

/** What somebody has written in these stages. One person fills no wall alone. */
export function notesOf(pad: Y.Doc, stages: readonly RevealedStage[]): Note[] {
  const ids = new Set(stages.map(({ id }) => id))
  const notes = readWall(pad).notes.filter((note) => ids.has(note.stage) && saysSomething(note))
  return notes.slice(0, wallLimits.notesOfOne)
}

/** Whether something of this id was ever on the wall. */
export const wasOnWall = (wall: Y.Doc, id: string): boolean =>
  rootOf(wall, 'notes')?.has(id) ?? false

/**
 * By a writer of its own, in the order given, each text written anew: nothing in it comes out of a pad but what is
 * shown. Pictures and groups are not of a pad.
 */
export function revealedUpdate(
  wall: Pick<Wall, 'notes' | 'groups'>,
  revealed: readonly RevealedNote[],
  stages: readonly RevealedStage[],
): Uint8Array {
  const doc = new Y.Doc()
  const place = freeSpots(wall)
  const topicsOf = new Map(stages.map(({ id, rules }) => [id, rules.topics ?? []]))
  doc.transact(() => {
    for (const { id, note } of revealed) {
      const topics = topicsOf.get(note.stage) ?? []
      const topic = topics.some(({ key }) => key === note.topic) ? note.topic : null
      const { text, colour, size, stage, drawing } = note
      const spot = place(bandOf(topics, topic))
      const { values } = birthOf({ text, colour, size, stage, drawing, topic, spot }, id)
      const entry = new Y.Map<unknown>()
      for (const [key, value] of Object.entries(values)) if (value != null) entry.set(key, value)
      doc.getMap('notes').set(id, entry)
    }
  })
  return Y.encodeStateAsUpdate(doc)
}
