/** Whether somebody looks for something in a doc: asked by the key, the menu and the bar. */
import type { Editor } from '@tiptap/core'
import { askedOfEditors } from './asked'

/** Another object each time it is asked for. */
export type FindWish = { first: string }
const longestFirst = 100

export const findIn = askedOfEditors<FindWish>()

/** For the selected words, if they are a few. */
export function openFind(editor: Editor): void {
  const { from, to } = editor.state.selection
  const selected = editor.state.doc.textBetween(from, to, '\n')
  const isFew = selected.length <= longestFirst && !selected.includes('\n')
  findIn(editor).set({ first: isFew ? selected : '' })
}
