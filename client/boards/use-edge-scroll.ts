import { type RefObject, useEffect } from 'react'
import { edgeSpeed } from './edge-scroll'

/** Scrolls the board, sideways and in lanes also up and down, while something is dragged near its edge by mouse. */
export function useEdgeScroll(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = ref.current
    if (!element) return
    let frame = 0
    let speed = 0
    let down = 0
    const scroll = () => {
      element.scrollLeft += speed
      element.scrollTop += down
      frame = speed === 0 && down === 0 ? 0 : requestAnimationFrame(scroll)
    }
    const over = (event: DragEvent) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      speed = edgeSpeed(event.clientX, left, right)
      down = edgeSpeed(event.clientY, top, bottom)
      if ((speed !== 0 || down !== 0) && frame === 0) frame = requestAnimationFrame(scroll)
    }
    const stop = () => {
      speed = 0
      down = 0
    }
    const ends = ['drop', 'dragend', 'dragleave'] as const
    element.addEventListener('dragover', over)
    for (const end of ends) element.addEventListener(end, stop)
    return () => {
      cancelAnimationFrame(frame)
      element.removeEventListener('dragover', over)
      for (const end of ends) element.removeEventListener(end, stop)
    }
  }, [ref])
}
