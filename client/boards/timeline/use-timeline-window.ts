import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'
import { headHeight, labelWidth, rowHeight, scrolledBy } from './timeline-size'

/** Rows and days in sight, and some around them, so that not every pixel draws anew. */
export type TimelineWindow = { first: number; last: number; from: number; to: number }

const [rowsAround, pixelsAround] = [8, 320]
const nothing: TimelineWindow = { first: 0, last: -1, from: 0, to: -1 }

/** `from`: the first day one can scroll to. */
export function useTimelineWindow(
  scroller: RefObject<HTMLElement | null>,
  { from, px }: { from: number; px: number },
): { seen: TimelineWindow; look(): void } {
  const [seen, setSeen] = useState(nothing)
  const look = useCallback(() => {
    const box = scroller.current
    if (box) setSeen((before) => kept(before, windowOf(box, from, px)))
  }, [scroller, from, px])
  useLayoutEffect(() => {
    look()
    const observer = new ResizeObserver(look)
    if (scroller.current) observer.observe(scroller.current)
    return () => observer.disconnect()
  }, [look, scroller])
  return { seen, look }
}

function windowOf(box: HTMLElement, from: number, px: number): TimelineWindow {
  const steps = (value: number, step: number) => Math.floor(value / step) * step
  const top = Math.floor(box.scrollTop / rowHeight)
  const rows = Math.ceil((box.clientHeight - headHeight) / rowHeight)
  const start = steps(scrolledBy(box), pixelsAround)
  const width = box.clientWidth - labelWidth
  return {
    first: Math.max(0, steps(top, rowsAround) - rowsAround),
    last: steps(top, rowsAround) + rows + 2 * rowsAround,
    from: from + Math.floor((start - pixelsAround) / px),
    to: from + Math.ceil((start + width + 2 * pixelsAround) / px),
  }
}

const kept = (before: TimelineWindow, now: TimelineWindow): TimelineWindow =>
  before.first === now.first &&
  before.last === now.last &&
  before.from === now.from &&
  before.to === now.to
    ? before
    : now
