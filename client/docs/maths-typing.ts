/** Formulas as people type them: `$x^2$` in a line, `$$` and a space on a line of its own. */
import { type Editor, Extension, InputRule } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { askAt } from './block-keys'

/**
 * Prices are no formulas: there has to be a letter, a command or a relation between the dollars,
 * and nothing that goes on after them.
 */
const inLine = /(?:^|[\s(])\$((?=[^$]*[a-zA-Z\\=^_<>])[^\s$](?:[^$]*[^\s$\-–/,])?)\$$/
const onItsOwn = /^\$\$\s$/

export const MathsTyping = Extension.create({
  name: 'mathsTyping',
  addInputRules() {
    const { editor } = this
    return [
      new InputRule({
        find: inLine,
        handler({ state, range, match }) {
          const latex = match[1] ?? ''
          const node = state.schema.nodes.inlineMath?.create({ latex })
          if (node) state.tr.replaceWith(range.to - latex.length - 1, range.to, node)
        },
      }),
      new InputRule({
        find: onItsOwn,
        handler({ chain }) {
          chain()
            .command(({ tr }) => putBlockMaths(tr, editor))
            .run()
        },
      }),
    ]
  },
  addKeyboardShortcuts: () => ({ Enter: openChosen }),
})

function openChosen({ editor }: { editor: Editor }): boolean {
  const { selection } = editor.state
  const isChosen = selection instanceof NodeSelection && selection.node.type.name.endsWith('Math')
  return isChosen && askAt(editor, 'maths', selection.from)
}

type Changing = Editor['state']['tr']

/** In place of the line the caret is in; what it is written in opens at once. */
export function putBlockMaths(tr: Changing, editor: Editor): boolean {
  const { nodes } = tr.doc.type.schema
  const { $from } = tr.selection
  const maths = nodes.blockMath?.create()
  const after = nodes.paragraph?.create()
  if (!maths || !after) return false
  const at = $from.before()
  const isLast = $from.node(-1).childCount === $from.index(-1) + 1
  const from =
    $from.parent.content.size > 0 && !/^\$\$/.test($from.parent.textContent) ? $from.after() : at
  tr.replaceWith(from, $from.after(), isLast ? [maths, after] : [maths])
  tr.setSelection(NodeSelection.create(tr.doc, from))
  askSoon(editor, from)
  return true
}

export function putInlineMaths(tr: Changing, editor: Editor): boolean {
  const maths = tr.doc.type.schema.nodes.inlineMath?.create({
    latex: tr.doc.textBetween(tr.selection.from, tr.selection.to),
  })
  if (!maths || !tr.selection.$from.parent.inlineContent) return false
  const { from } = tr.selection
  tr.replaceSelectionWith(maths, false)
  tr.setSelection(NodeSelection.create(tr.doc, from))
  askSoon(editor, from)
  return true
}

/** Once it is drawn, there is something to open beside. */
function askSoon(editor: Editor, at: number): void {
  queueMicrotask(() => {
    if (!editor.isDestroyed) askAt(editor, 'maths', at)
  })
}
