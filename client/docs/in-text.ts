import type { ChainedCommands, Editor } from '@tiptap/core'

/**
 * Commands after which whoever asked for them writes on: the keyboard is in the text at once. With
 * `focus()` of a chain it would be so in the next frame only, and a key pressed before would press
 * the button again, or one that has taken its place.
 */
export function inText(editor: Editor): ChainedCommands {
  editor.view.focus()
  return editor.chain()
}
