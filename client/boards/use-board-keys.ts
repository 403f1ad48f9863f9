import { useLayoutEffect } from 'react'
import { type BoardKey, boardKeys, keyName } from './board-keys'
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
  const name = keyName(event)
  const acts = new Map<BoardKey, (() => void) | undefined>([
    ['Mod+z', keys.undo],
    ['Mod+Shift+z', keys.redo],
    ['Mod+y', keys.redo],
    ['n', keys.newCard],
  ])
  const { pickView } = keys
  const digit = boardKeys.views.find((view) => view === name)
  return digit && pickView ? () => pickView(Number(digit)) : acts.get(name as BoardKey)
}
