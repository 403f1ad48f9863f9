import type { Editor } from '@tiptap/core'

/** Brings what is suggested into sight; the caret stays where it is. */
export function showInText({ view }: Editor, entryId: string): void {
  requestAnimationFrame(() => {
    const shown = view.dom.querySelector(`[data-suggestion="${CSS.escape(entryId)}"]`)
    shown?.scrollIntoView({ block: 'center', behavior: 'auto' })
  })
}
