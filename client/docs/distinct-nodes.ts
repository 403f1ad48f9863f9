/**
 * The binding knows nodes apart by which object they are. One and the same object twice in a parent
 * (a block that was copied, the cells of a new table) it takes for a move that never ends: it would
 * delete and make anew what others are writing in. So each gets an object of its own.
 */
import { Extension } from '@tiptap/core'
import { Fragment, type Node } from '@tiptap/pm/model'
import { Plugin, Selection } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { type Change, changeBetween } from './change-between'

export const DistinctNodes = Extension.create({
  name: 'distinctNodes',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, before, { doc, selection, tr }) {
        if (!transactions.some((one) => one.docChanged && !one.getMeta(ySyncPluginKey))) return null
        const change = changeBetween(before.doc, doc)
        const twice = change ? [...foundTwice(doc, 0, change)] : []
        if (twice.length === 0) return null
        for (const { node, at } of twice) tr.replaceWith(at, at + node.nodeSize, copyOf(node))
        return tr.setSelection(Selection.fromJSON(tr.doc, selection.toJSON()))
      },
    }),
  ],
})

/** Only where something changed: there, what stands in its parent a second time. */
function* foundTwice(
  parent: Node,
  start: number,
  change: Change,
): Iterable<{ node: Node; at: number }> {
  const seen = new Set<Node>()
  const inside: { node: Node; at: number }[] = []
  parent.forEach((node, offset) => {
    const at = start + offset
    const isTouched = at <= change.after && at + node.nodeSize >= change.from
    if (isTouched && !node.isText) inside.push({ node, at })
    else seen.add(node)
  })
  for (const { node, at } of inside) {
    if (seen.has(node)) yield { node, at }
    else if (!node.isLeaf) yield* foundTwice(node, at + 1, change)
    seen.add(node)
  }
}

const copyOf = (node: Node): Node => {
  if (node.isText) return node
  const inside: Node[] = []
  node.forEach((child) => {
    inside.push(copyOf(child))
  })
  return node.type.create(node.attrs, Fragment.from(inside), node.marks)
}
