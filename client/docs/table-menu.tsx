import { CellSelection } from '@tiptap/pm/tables'
import type { Editor } from '@tiptap/react'
import { BubbleMenu as Bubble } from '@tiptap/react/menus'
import {
  BetweenHorizontalEnd,
  BetweenVerticalEnd,
  Columns3,
  PanelTop,
  Rows3,
  Trash2,
} from 'lucide-react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useTranslation } from 'react-i18next'
import { FormatButton } from './format-button'
import { skipWithTab } from './skip-with-tab'

/** While the caret is in a table: rows and columns. */
export function TableMenu({ editor }: { editor: Editor }) {
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
      <TableTools editor={editor} />
    </Bubble>
  )
}

export function TableTools({ editor }: { editor: Editor }) {
  const { t } = useTranslation('docs')
  const chain = () => editor.chain().focus()
  return (
    <Toolbar aria-label={t('table.label')} className="format-bar">
      <FormatButton label={t('table.addRow')} onPress={() => chain().addRowAfter().run()}>
        <BetweenHorizontalEnd size={16} aria-hidden />
      </FormatButton>
      <FormatButton label={t('table.addColumn')} onPress={() => chain().addColumnAfter().run()}>
        <BetweenVerticalEnd size={16} aria-hidden />
      </FormatButton>
      <FormatButton label={t('table.headerRow')} onPress={() => chain().toggleHeaderRow().run()}>
        <PanelTop size={16} aria-hidden />
      </FormatButton>
      <span className="format-line" />
      <FormatButton label={t('table.deleteRow')} onPress={() => chain().deleteRow().run()}>
        <Rows3 size={16} aria-hidden />
        <Minus />
      </FormatButton>
      <FormatButton label={t('table.deleteColumn')} onPress={() => chain().deleteColumn().run()}>
        <Columns3 size={16} aria-hidden />
        <Minus />
      </FormatButton>
      <FormatButton label={t('table.delete')} onPress={() => chain().deleteTable().run()}>
        <Trash2 size={16} aria-hidden />
      </FormatButton>
    </Toolbar>
  )
}

const Minus = () => <span className="format-minus" aria-hidden />

function tableAt(editor: Editor): { getBoundingClientRect: () => DOMRect } | null {
  const { node } = editor.view.domAtPos(editor.state.selection.from)
  const element = node instanceof Element ? node : node.parentElement
  const table = element?.closest('table')
  return table ? { getBoundingClientRect: () => table.getBoundingClientRect() } : null
}
