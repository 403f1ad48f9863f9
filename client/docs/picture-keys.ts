/**
 * On a chosen picture: Space looks at it, plus and minus change its width. Letters go on under it:
 * they would take its place otherwise, and a picture is lost by a slip of the hand.
 */
import { type Editor, Extension } from '@tiptap/core'
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { hostOf } from './doc-host'
import { deskOf } from './file-desk'
import { pictureFacts } from './picture-facts'
import { setPictureWidth, stepPictureWidth } from './picture-resizing'

export const PictureKeys = Extension.create({
  name: 'pictureKeys',
  // Before whatever would write the letter in place of the picture.
  priority: 130,
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        props: {
          handleKeyDown: (_view, event) => {
            if (event.ctrlKey || event.metaKey || event.altKey) return false
            return press(editor, event.key)
          },
          handleTextInput: (view, _from, _to, text) => writeUnder(view, text),
        },
      }),
    ]
  },
})

function press(editor: Editor, key: string): boolean {
  const chosen = chosenPicture(editor)
  if (!chosen) return false
  if (key === ' ') {
    deskOf(editor).view(pictureFacts(chosen.node).file)
    return true
  }
  if (!editor.isEditable) return false
  const direction = { '+': 1, '=': 1, '-': -1 }[key] as 1 | -1 | undefined
  if (direction) widen(editor, chosen.at, direction)
  else if (key === '0') resetWidth(editor, chosen.at)
  return direction !== undefined || key === '0'
}

function writeUnder(view: EditorView, text: string): boolean {
  const { selection, schema } = view.state
  const paragraph = schema.nodes.paragraph?.create(null, schema.text(text))
  const isMedia =
    selection instanceof NodeSelection &&
    ['picture', 'attachment'].includes(selection.node.type.name)
  if (!isMedia || !paragraph) return false
  const { tr } = view.state
  tr.insert(selection.to, paragraph)
  tr.setSelection(TextSelection.create(tr.doc, selection.to + 1 + text.length))
  view.dispatch(tr.scrollIntoView())
  return true
}

function chosenPicture({ state: { selection } }: Editor) {
  const isPicture = selection instanceof NodeSelection && selection.node.type.name === 'picture'
  return isPicture ? { node: selection.node, at: selection.from } : null
}

export function widen(editor: Editor, at: number, direction: 1 | -1): void {
  const width = stepPictureWidth(editor, at, direction)
  if (width !== null) hostOf(editor).say(deskOf(editor).words('picture.isWide', { width }))
}

export function resetWidth(editor: Editor, at: number): void {
  setPictureWidth(editor, at, null)
  hostOf(editor).say(deskOf(editor).words('picture.isOriginal'))
}
