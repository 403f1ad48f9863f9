/** A column whose width was taken away is as wide as it likes again: the table's own view forgets it. */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { changeBetween } from './change-between'

export const ColumnStyles = Extension.create({
  name: 'columnStyles',
  addProseMirrorPlugins: () => [
    new Plugin({
      view: () => ({
        update(view, { doc }) {
          const change = changeBetween(doc, view.state.doc)
          if (!change) return
          const end = Math.min(view.state.doc.content.size, change.after)
          view.state.doc.nodesBetween(Math.min(change.from, end), end, (node, at) => {
            if (node.type.name === 'table') freeColumns(node, view.nodeDOM(at))
            return !node.isTextblock
          })
        },
      }),
    }),
  ],
})

function freeColumns(table: Node, dom: globalThis.Node | null): void {
  const columns = dom instanceof Element ? [...dom.querySelectorAll('col')] : []
  let place = 0
  table.firstChild?.forEach(({ attrs }) => {
    for (let own = 0; own < attrs.colspan; own++, place++) {
      if (!attrs.colwidth?.[own]) columns[place]?.style.removeProperty('width')
    }
  })
}
