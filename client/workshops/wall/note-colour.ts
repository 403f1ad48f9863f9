import type { NoteColour } from '@atelier/shared/workshops/note-colours'
import type { CSSProperties } from 'react'
import './note-colours.css'

/** What is drawn inside has the note's paper, edge and ink: `var(--note)`, `var(--note-edge)`, `var(--note-ink)`. */
export const noteColourStyle = (
  colour: NoteColour,
): CSSProperties & Record<`--${string}`, string> => ({
  '--note': `var(--note-${colour})`,
  '--note-edge': `var(--note-${colour}-edge)`,
  '--note-ink': `var(--note-${colour}-ink)`,
})

/** Of a line in a drawing: `ink` is that of letters. */
export const strokeInk = (ink: NoteColour | 'ink'): string =>
  ink === 'ink' ? 'var(--color-ink)' : `var(--note-${ink}-ink)`
