import type { Note } from '@atelier/shared/workshops/note'

/** Whom a note changes places with when it goes up or down. */
export function neighboursIn(notes: readonly Note[], note: Note) {
  const at = notes.indexOf(note)
  return { before: notes[at - 1] ?? null, after: notes[at + 1] ?? null }
}
