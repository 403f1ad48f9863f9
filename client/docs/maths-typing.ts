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

/** In place of an empty line, or else behind it; what it is written in opens at once. */
export function putBlockMaths(tr: Changing, editor: Editor): boolean {
  const { nodes } = tr.doc.type.schema
  const maths = nodes.blockMath?.create()
  const line = nodes.paragraph?.create()
  const { $from } = tr.selection
  if (!maths || !line || $from.depth === 0) return false
  const [parent, index] = [$from.node(-1), $from.index(-1)]
  const isEmpty = /^(\$\$\s?)?$/.test($from.parent.textContent)
  const replaces = isEmpty && parent.canReplaceWith(index, index + 1, maths.type)
  if (!replaces && !parent.canReplaceWith(index + 1, index + 1, maths.type)) return false
  const isLast = parent.childCount === index + 1
  const before = tr.steps.length
  // The first line of an item has to stay, but without the dollars.
  if (isEmpty && !replaces) tr.delete($from.start(), $from.end())
  const end = tr.mapping.slice(before).map($from.after())
  const at = replaces ? $from.before() : end
  tr.replaceWith(at, end, isLast ? [maths, line] : [maths])
  tr.setSelection(NodeSelection.create(tr.doc, at))
  askSoon(editor, at)
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
