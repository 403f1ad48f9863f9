import { useLayoutEffect, useRef } from 'react'

/** A row that is put elsewhere loses the keyboard on the way: it has it again. */
export function useFocusAlong(place: number) {
  const row = useRef<HTMLLIElement>(null)
  const held = useRef<HTMLElement | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: its place is what moves it
  useLayoutEffect(() => {
    const nowhere = document.activeElement === document.body || document.activeElement === null
    if (held.current && nowhere) held.current.focus()
    held.current = null
  }, [place])
  const keepFocus = () => {
    const { activeElement } = document
    const isInside = activeElement instanceof HTMLElement && row.current?.contains(activeElement)
    held.current = isInside ? activeElement : (row.current?.querySelector('button') ?? null)
  }
  return { row, keepFocus }
}
