import { useLayoutEffect } from 'react'
import { isDialogOpen, isWriting } from './typing-place'

export type BoardKeys = {
  undo(): void
  redo(): void
  newCard(): void
  /** The digit, from one. */
  pickView(digit: number): void
}

/** Keys that work anywhere on the board's page, but not while somebody writes or a dialog is open. */
export function useBoardKeys(keys: Partial<BoardKeys>): void {
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isWriting(event.target) || isDialogOpen()) return
      const act = actFor(event, keys)
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [keys])
}

function actFor(event: KeyboardEvent, keys: Partial<BoardKeys>): (() => void) | undefined {
  const key = event.key.toLowerCase()
  if (event.metaKey || event.ctrlKey) {
    if (key === 'z') return keys[event.shiftKey ? 'redo' : 'undo']
    return event.ctrlKey && key === 'y' ? keys.redo : undefined
  }
  if (event.altKey) return
  const { newCard, pickView } = keys
  if (key === 'n') return newCard
  return pickView && /^[1-9]$/.test(key) ? () => pickView(Number(key)) : undefined
}
