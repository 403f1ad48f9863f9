import { useLayoutEffect } from 'react'

export type BoardKeys = {
  undo(): void
  redo(): void
  newCard(): void
}

/** Keys that work anywhere on the board's page, but not while somebody writes or a dialog is open. */
export function useBoardKeys(keys: BoardKeys): void {
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isWriting(event.target) || isDialogOpen()) return
      const mod = event.metaKey || event.ctrlKey
      const key = event.key.toLowerCase()
      if (mod && key === 'z') keys[event.shiftKey ? 'redo' : 'undo']()
      else if (event.ctrlKey && key === 'y') keys.redo()
      else if (!mod && !event.altKey && key === 'n') keys.newCard()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [keys])
}

/** A choice counts: there, letters pick what begins with them. */
const takesLetters = 'input, textarea, select, [role="listbox"], [aria-haspopup="listbox"]'

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest(takesLetters) !== null)

/** A toast is an alert dialog, too, but a modeless one: undo is wanted just when it is there. */
const windows = '[role="dialog"], [role="alertdialog"]:not([aria-modal="false"]), [role="menu"]'

const isDialogOpen = (): boolean => document.querySelector(windows) !== null
