import type { NoteColour } from '@atelier/shared/workshops/note-colours'
import { noteColourStyle } from './note-colour'

/** A colour's paper, framed in its ink so that it is seen on every ground. Its name stands beside it. */
export const Swatch = ({ colour }: { colour: NoteColour }) => (
  <span
    aria-hidden="true"
    className="inline-block size-4 shrink-0 rounded-sm border border-(--note-ink) bg-(--note)"
    style={noteColourStyle(colour)}
  />
)
