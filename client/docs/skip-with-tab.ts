/**
 * For a menu over the text: Tab goes from the text to its first button. Tiptap makes the box around
 * the buttons a stop of its own, without a name, and overrules the `tabIndex` it is given; a `ref`
 * it calls again at every render.
 */
export function skipWithTab(box: HTMLElement | null): void {
  if (box) box.tabIndex = -1
}
