import { CellSelection } from '@tiptap/pm/tables'
import type { Editor } from '@tiptap/react'
import { BubbleMenu as Bubble } from '@tiptap/react/menus'
import { useEffect, useState } from 'react'
import { skipWithTab } from './skip-with-tab'
import { TableTools } from './table-tools'

/** While the caret is in a table: rows, columns and cells. */
export function TableMenu({ editor }: { editor: Editor }) {
  const [visits, setVisits] = useState(0)
  useEffect(() => {
    const begin = () => setVisits((count) => count + 1)
    editor.on('focus', begin)
    return () => {
      editor.off('focus', begin)
    }
  }, [editor])
  return (
    <Bubble
      editor={editor}
      pluginKey="tableMenu"
      updateDelay={80}
      ref={skipWithTab}
      className="bubble-menu"
      shouldShow={({ editor, element, state }) =>
        editor.isEditable &&
        editor.isActive('table') &&
        !editor.isActive('link') &&
        (state.selection.empty || state.selection instanceof CellSelection) &&
        (editor.view.hasFocus() || element.contains(document.activeElement))
      }
      getReferencedVirtualElement={() => tableAt(editor)}
      options={{
        placement: 'bottom-start',
        offset: 8,
        flip: { padding: 60 },
        shift: { padding: 8 },
      }}
    >
      <TableTools key={visits} editor={editor} />
    </Bubble>
  )
}

function tableAt(editor: Editor): { getBoundingClientRect: () => DOMRect } | null {
  const { node } = editor.view.domAtPos(editor.state.selection.from)
  const element = node instanceof Element ? node : node.parentElement
  const table = element?.closest('.tableWrapper')
  return table ? { getBoundingClientRect: () => table.getBoundingClientRect() } : null
}
