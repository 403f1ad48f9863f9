/** What was written unseen, made into one update of the wall that says of nobody what they wrote. Pure. */
import * as Y from 'yjs'
import { limits } from '../sync/limits'
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
 * shown. Pictures and groups are not of a pad. What comes late comes from few: each of it has a writer of its own, or
 * all that came together would always be known as one person's.
 */
export function revealedUpdate(
  wall: Pick<Wall, 'notes' | 'groups'>,
  revealed: readonly RevealedNote[],
  { stages, isLate }: { stages: readonly RevealedStage[]; isLate: boolean },
): Uint8Array {
  const place = freeSpots(wall)
  const topicsOf = new Map(stages.map(({ id, rules }) => [id, rules.topics ?? []]))
  const bySame = isLate ? revealed.map((one) => [one]) : [revealed]
  const updates = bySame.map((notes) => {
    const doc = new Y.Doc()
    doc.transact(() => {
      for (const { id, note } of notes) {
        const topics = topicsOf.get(note.stage) ?? []
        const topic = topics.some(({ key }) => key === note.topic) ? note.topic : null
        write(doc, { id, note: { ...note, topic, spot: place(bandOf(topics, topic)) } })
      }
    })
    return Y.encodeStateAsUpdate(doc)
  })
  return Y.mergeUpdates(updates)
}

function write(doc: Y.Doc, { id, note }: RevealedNote): void {
  const { text, colour, size, stage, drawing, topic, spot } = note
  const { values } = birthOf({ text, colour, size, stage, drawing, topic, spot }, id)
  const entry = new Y.Map<unknown>()
  for (const [key, value] of Object.entries(values)) if (value != null) entry.set(key, value)
  doc.getMap('notes').set(id, entry)
}

/** About what it takes on the wall. */
export function bytesOf(one: RevealedNote): number {
  const doc = new Y.Doc()
  write(doc, one)
  return Y.encodeStateAsUpdate(doc).length
}

/** The most bytes that come onto a wall from one person at once: some eighty notes with a drawing on each. */
const mostBytesOfOne = limits.padBytes / 4

/**
 * As many of each as there is room for: what unseen writing brings never takes more than half of what a wall may hold,
 * nor anybody more of that than the others. The rest stays where it is.
 */
export function whatFits<T extends RevealedNote>(wall: Y.Doc, written: readonly T[][]): T[] {
  const left = limits.roomBytes / 2 - Y.encodeStateAsUpdate(wall).length
  const some = written.filter((notes) => notes.length > 0)
  const share = Math.min(mostBytesOfOne, left / Math.max(1, some.length))
  return some.flatMap((notes) => {
    let taken = 0
    return notes.filter((one) => {
      const bytes = bytesOf(one)
      if (taken + bytes > share) return false
      taken += bytes
      return true
    })
  })
}
