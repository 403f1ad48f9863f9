import { type RefObject, useLayoutEffect, useState } from 'react'

/** How high an element is, in pixels; 0 before it is drawn. */
export function useBlockSize(element: RefObject<HTMLElement | null>): number {
  const [size, setSize] = useState(0)
  useLayoutEffect(() => {
    if (!element.current) return
    const box = element.current
    const measure = () => setSize(box.clientHeight)
    const observer = new ResizeObserver(measure)
    measure()
    observer.observe(box)
    return () => observer.disconnect()
  }, [element])
  return size
}
