/** The ways to the first and the last line: keys, and a press under the text, where a page seems to go on. */
import { type Editor, Extension } from '@tiptap/core'
import { Plugin, Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

export const TextEdges = Extension.create({
  name: 'textEdges',
  // Browsers stop at what cannot be edited, such as the date of a task, far from the end.
  addKeyboardShortcuts: () => ({
    'Mod-Home': ({ editor }) => goTo(editor, 'start'),
    'Mod-End': ({ editor }) => goTo(editor, 'end'),
  }),
  addProseMirrorPlugins: () => [
    new Plugin({
      view(view) {
        const press = (event: MouseEvent) => {
          if (!view.editable || event.button !== 0 || !isUnder(view, event)) return
          event.preventDefault()
          writeOn(view)
        }
        document.addEventListener('mousedown', press)
        return { destroy: () => document.removeEventListener('mousedown', press) }
      },
    }),
  ],
})

function goTo({ state, view }: Editor, edge: 'start' | 'end'): boolean {
  const place = edge === 'start' ? Selection.atStart(state.doc) : Selection.atEnd(state.doc)
  view.dispatch(state.tr.setSelection(place).scrollIntoView())
  return true
}

const isUnder = ({ dom }: EditorView, { target, clientY }: MouseEvent) =>
  target === dom.closest('.doc-sheet') && clientY > dom.getBoundingClientRect().bottom

/** Behind the last word, or on a new line behind what is no line of words. */
function writeOn(view: EditorView): void {
  const { doc, schema, tr } = view.state
  if (!doc.lastChild?.isTextblock || doc.lastChild.type.spec.code) {
    const line = schema.nodes.paragraph?.createAndFill()
    if (line) tr.insert(doc.content.size, line)
  }
  view.dispatch(tr.setSelection(TextSelection.atEnd(tr.doc)).scrollIntoView())
  view.focus()
}
