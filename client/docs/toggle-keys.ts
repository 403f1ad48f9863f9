/** Toggles by keyboard: Enter goes in, Mod-Enter opens and closes. */
import { type CommandProps, type Editor, Extension, findParentNode } from '@tiptap/core'
import { Fragment, type Node } from '@tiptap/pm/model'
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { isToggleOpen, openToggle } from './toggle-view'

export const ToggleKeys = Extension.create({
  name: 'toggleKeys',
  // Before Tiptap's own, which leave a closed toggle with Enter.
  priority: 150,
  addKeyboardShortcuts: () => ({
    Enter: enterToggle,
    'Mod-Enter': switchToggle,
  }),
})

const toggleAround = (state: EditorState) =>
  findParentNode((node) => node.type.name === 'details')(state.selection)

function switchToggle({ editor }: { editor: Editor }): boolean {
  const toggle = toggleAround(editor.state)
  if (!toggle) return false
  const isOpen = isToggleOpen(editor.view.nodeDOM(toggle.pos))
  const summary = toggle.node.firstChild
  // A caret inside would be left in what nobody sees.
  if (isOpen && summary) {
    editor.commands.setTextSelection(toggle.pos + 1 + summary.nodeSize - 1)
  }
  openToggle(editor, toggle.pos, !isOpen)
  return true
}

/** From the end of the line into what is under it; before words, the line is split as any other. */
function enterToggle({ editor }: { editor: Editor }): boolean {
  const { state } = editor
  const { $head, empty } = state.selection
  const toggle = toggleAround(state)
  if (!empty || $head.parent.type.name !== 'detailsSummary' || !toggle) return false
  openToggle(editor, toggle.pos)
  return editor.commands.command(({ tr }) => intoContent(tr, toggle))
}

function intoContent(tr: Transaction, toggle: { pos: number; node: Node }): boolean {
  const { $head } = tr.selection
  const words = $head.parent.content.cut($head.parentOffset)
  const start = toggle.pos + 1 + (toggle.node.firstChild?.nodeSize ?? 0) + 1
  const first = tr.doc.nodeAt(start)
  if (words.size > 0 || first?.type.name !== 'paragraph' || first.content.size > 0) {
    const paragraph = tr.doc.type.schema.nodes.paragraph?.create(null, words)
    if (!paragraph) return false
    tr.insert(start, paragraph)
    tr.delete($head.pos, $head.end())
    const at = tr.mapping.slice(1).map(start)
    tr.setSelection(TextSelection.create(tr.doc, at + 1))
  } else tr.setSelection(Selection.near(tr.doc.resolve(start + 1), 1))
  tr.scrollIntoView()
  return true
}

/** A toggle out of the block the caret is in; out of a toggle the blocks that are in it. */
export function setToggle(props: CommandProps): boolean {
  return props.editor.isActive('details') ? props.commands.unsetDetails() : wrapInToggle(props)
}

/** The block the caret is in becomes the line of a toggle, with room under it. */
function wrapInToggle({ tr, editor }: CommandProps): boolean {
  const { nodes } = tr.doc.type.schema
  const { $from } = tr.selection
  const at = $from.before($from.depth)
  const words: Node[] = []
  $from.parent.forEach((node) => {
    if (node.isText) words.push(node)
  })
  const paragraph = nodes.paragraph?.create()
  const summary = nodes.detailsSummary?.create(null, Fragment.from(words))
  const content = paragraph && nodes.detailsContent?.create(null, paragraph)
  const toggle = summary && content && nodes.details?.create(null, [summary, content])
  if (
    !toggle ||
    !$from.node(-1)?.canReplaceWith($from.index(-1), $from.indexAfter(-1), toggle.type)
  ) {
    return false
  }
  tr.replaceWith(at, $from.after($from.depth), toggle)
  tr.setSelection(TextSelection.create(tr.doc, at + 2 + (summary?.content.size ?? 0)))
  queueMicrotask(() => {
    if (!editor.isDestroyed) openToggle(editor, at)
  })
  return true
}
