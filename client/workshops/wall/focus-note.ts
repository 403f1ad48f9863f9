/** Puts the keyboard on a note of the list or pad, at its menu. */
export const focusNote = (id: string): void =>
  document.querySelector<HTMLElement>(`[data-note-menu="${CSS.escape(id)}"] button`)?.focus()
