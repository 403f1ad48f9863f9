/** Columns made wider and narrower by keyboard. By where the keys are: with Shift they write other signs. */
import { type Editor, Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { isInTable } from '@tiptap/pm/tables'
import { columnWidth, resizeColumns } from './column-widths'
import { hostOf } from './doc-host'

const directions: Partial<Record<string, -1 | 1>> = { Period: 1, Comma: -1 }

export const TableKeys = Extension.create({
  name: 'tableKeys',
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        props: {
          handleKeyDown(view, event) {
            const direction = directions[event.code]
            const isOurs = (event.ctrlKey || event.metaKey) && event.shiftKey && !event.altKey
            if (!direction || !isOurs || !view.editable || !isInTable(view.state)) return false
            resizeColumns(editor, direction)
            sayWidth(editor)
            return true
          },
        },
      }),
    ]
  },
})

function sayWidth(editor: Editor): void {
  const host = hostOf(editor)
  host.say(host.words('table.isWide', { width: columnWidth(editor) }))
}
