import type { Stroke } from '@atelier/shared/workshops/wall-shape'
import { memo } from 'react'
import { strokeInk } from './note-colour'
import { strokePath } from './stroke-path'

/** A note's drawing. Its words are the note's own text, which stands beside it. */
export const DrawingView = memo(function DrawingView({ strokes }: { strokes: readonly Stroke[] }) {
  return (
    <svg viewBox="0 0 1000 1000" className="note-drawing" aria-hidden="true">
      {strokes.map((stroke, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name, and is not moved
        <Line key={at} stroke={stroke} />
      ))}
    </svg>
  )
})

export const Line = memo(function Line({ stroke }: { stroke: Stroke }) {
  return (
    <path
      d={strokePath(stroke.points)}
      fill="none"
      stroke={strokeInk(stroke.ink)}
      strokeWidth={14}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  )
})
