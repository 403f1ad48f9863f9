/** Whether keys are somebody else's now. */

/** A choice counts: there, letters pick what begins with them. */
const takesLetters = 'input, textarea, select, [role="listbox"], [aria-haspopup="listbox"]'

export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest(takesLetters) !== null)

/** A toast is an alert dialog, too, but a modeless one: undo is wanted just when it is there. */
const windows = '[role="dialog"], [role="alertdialog"]:not([aria-modal="false"]), [role="menu"]'

export const isDialogOpen = (): boolean => document.querySelector(windows) !== null
