import type { NoteColour } from '@atelier/shared/workshops/note-colours'
import { type Stroke, wallLimits } from '@atelier/shared/workshops/wall-shape'
import { type PointerEvent, useRef, useState } from 'react'
import { DrawingView, Line } from './drawing-view'
import { thinned } from './stroke-path'

type Props = {
  strokes: readonly Stroke[]
  ink: NoteColour | 'ink'
  label: string
  /** `points` are x and y in turn, 0 to 1000 of the side. Null while nothing more can be drawn. */
  onStroke: ((points: number[]) => void) | null
}

/** A square that one draws on with a mouse, finger or pen. A second finger draws nothing. */
export function DrawingSurface({ strokes, ink, label, onStroke }: Props) {
  const drawn = useRef<number[]>([])
  const pointer = useRef<number>(null)
  const [points, setPoints] = useState<number[]>([])
  const add = (event: PointerEvent<HTMLElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    const within = (at: number, side: number) =>
      Math.min(1000, Math.max(0, Math.round((at / (side || 1)) * 1000)))
    drawn.current.push(within(event.clientX - left, width), within(event.clientY - top, height))
    setPoints([...drawn.current])
  }
  const begin = (event: PointerEvent<HTMLElement>) => {
    if (!onStroke || pointer.current !== null || event.button !== 0) return
    event.currentTarget.setPointerCapture?.(event.pointerId)
    pointer.current = event.pointerId
    add(event)
  }
  const isOurs = (event: PointerEvent) => event.pointerId === pointer.current
  const end = (event: PointerEvent) => {
    if (!isOurs(event)) return
    const line = thinned(drawn.current, wallLimits.pointsOfStroke)
    pointer.current = null
    drawn.current = []
    setPoints([])
    onStroke?.(line)
  }
  return (
    <div
      role="img"
      aria-label={label}
      className="note-draw-surface"
      onPointerDown={begin}
      onPointerMove={(event) => isOurs(event) && add(event)}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <DrawingView strokes={strokes} />
      {points.length > 0 && (
        <svg viewBox="0 0 1000 1000" className="note-drawing" aria-hidden="true">
          <Line stroke={{ ink, points }} />
        </svg>
      )}
    </div>
  )
}
