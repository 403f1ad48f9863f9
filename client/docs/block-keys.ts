/** Blocks by keyboard: moved, and their menu opened. In a table the keys move rows. */
import { type Editor, Extension } from '@tiptap/core'
import { placeOfDom } from './block-dom'
import { blocksFor, type Direction, moveBlocks } from './block-moves'
import { blocksAt } from './blocks-at'
import { type Asked, hostOf } from './doc-host'
import { moveRow } from './table-moves'

export const BlockKeys = Extension.create({
  name: 'blockKeys',
  priority: 120,
  addKeyboardShortcuts: () => ({
    'Alt-Shift-ArrowUp': ({ editor }) => moveSelected(editor, -1),
    'Alt-Shift-ArrowDown': ({ editor }) => moveSelected(editor, 1),
    'Alt-Shift-Enter': ({ editor }) => askAboutBlock(editor),
    'Alt-Shift-a': ({ editor }) => askAboutTask(editor, 'assignee'),
    'Alt-Shift-d': ({ editor }) => askAboutTask(editor, 'due'),
  }),
})

/** The row of the table, or the blocks, that the selection is in. Always an answer to the key. */
export function moveSelected(editor: Editor, direction: Direction): boolean {
  const moved = editor.commands.command(
    ({ tr, state }) =>
      moveRow(state, tr, direction) ||
      (!inTable(editor) && moveBlocks(tr, blocksFor(tr), direction)),
  )
  sayWhere(editor, moved, direction)
  return true
}

const inTable = (editor: Editor) => editor.isActive('table')

export function sayWhere(editor: Editor, moved: boolean, direction: Direction): void {
  const host = hostOf(editor)
  const way = direction === 1 ? 'down' : 'up'
  const blocks = blocksAt(editor.state.selection)
  if (!moved || !blocks) {
    host.say(host.words(inTable(editor) ? 'move.tableEnd' : `move.${way}.end`))
    return
  }
  const holes = { place: blocks.first + 1, count: blocks.parent.childCount }
  host.say(host.words(inTable(editor) ? `move.${way}.row` : `move.${way}.done`, holes))
}

export function askAboutBlock(editor: Editor): boolean {
  const blocks = blocksAt(editor.state.selection)
  if (!blocks) return false
  return askAt(editor, 'block', blocks.from)
}

/** False outside of a task. */
export function askAboutTask(editor: Editor, kind: 'assignee' | 'due'): boolean {
  const { $from } = editor.state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name === 'taskItem') return askAt(editor, kind, $from.before(depth))
  }
  return false
}

/** Follows the block while others write before it. */
export function askAt(editor: Editor, kind: Asked['kind'], at: number): boolean {
  const dom = editor.view.nodeDOM(at)
  if (!(dom instanceof Element)) return false
  const beside = dom.querySelector(`:scope > .task-facts > [data-fact="${kind}"]`) ?? dom
  hostOf(editor).ask({ kind, at: () => placeOfDom(editor, dom), beside })
  return true
}
