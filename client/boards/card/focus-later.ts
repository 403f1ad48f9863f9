/** Hands the keyboard on once a menu is gone, which until then lets nothing around it be focused. */
export function focusLater(find: () => HTMLElement | null | undefined): void {
  requestAnimationFrame(() => requestAnimationFrame(() => find()?.focus()))
}
