import { isInTable, mergeCells, selectedRect, splitCell } from '@tiptap/pm/tables'
import { type Editor, useEditorState } from '@tiptap/react'
import {
  BetweenHorizontalEnd,
  BetweenVerticalEnd,
  ChevronDown,
  PanelLeft,
  PanelTop,
  TableCellsMerge,
  TableCellsSplit,
  Trash2,
} from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useTranslation } from 'react-i18next'
import { FormatButton } from './format-button'
import { inText } from './in-text'
import { type TableDeed, tableDeeds } from './table-deeds'

/** What is done often is a button; the rest is in a list for rows and one for columns. */
export function TableTools({ editor }: { editor: Editor }) {
  const { t } = useTranslation('blocks')
  const [shown, setShown] = useState<'cells' | 'row' | 'column'>('cells')
  const may = useEditorState({ editor, selector: ({ editor }) => mayIn(editor) })
  if (shown !== 'cells') {
    return (
      <DeedList
        editor={editor}
        deeds={tableDeeds[shown]}
        label={t(`table.${shown}`)}
        onDone={() => setShown('cells')}
      />
    )
  }
  const chain = () => inText(editor)
  return (
    <Toolbar aria-label={t('table.label')} className="format-bar">
      {(['row', 'column'] as const).map((list) => (
        <FormatButton key={list} label={t(`table.${list}`)} onPress={() => setShown(list)}>
          <span>{t(`table.${list}`)}</span>
          <ChevronDown size={14} aria-hidden />
        </FormatButton>
      ))}
      <span className="format-line" />
      <FormatButton label={t('table.addBelow')} onPress={() => chain().addRowAfter().run()}>
        <BetweenHorizontalEnd size={16} aria-hidden />
      </FormatButton>
      <FormatButton label={t('table.addAfter')} onPress={() => chain().addColumnAfter().run()}>
        <BetweenVerticalEnd size={16} aria-hidden className="rtl:-scale-x-100" />
      </FormatButton>
      {may.merge && (
        <FormatButton label={t('table.merge')} onPress={() => chain().mergeCells().run()}>
          <TableCellsMerge size={16} aria-hidden />
        </FormatButton>
      )}
      {may.split && (
        <FormatButton label={t('table.split')} onPress={() => chain().splitCell().run()}>
          <TableCellsSplit size={16} aria-hidden />
        </FormatButton>
      )}
      <FormatButton
        label={t('table.headerRow')}
        isOn={may.headerRow}
        onPress={() => chain().toggleHeaderRow().run()}
      >
        <PanelTop size={16} aria-hidden />
      </FormatButton>
      <FormatButton
        label={t('table.headerColumn')}
        isOn={may.headerColumn}
        onPress={() => chain().toggleHeaderColumn().run()}
      >
        <PanelLeft size={16} aria-hidden className="rtl:-scale-x-100" />
      </FormatButton>
      <span className="format-line" />
      <FormatButton label={t('table.delete')} onPress={() => chain().deleteTable().run()}>
        <Trash2 size={16} aria-hidden />
      </FormatButton>
    </Toolbar>
  )
}

const nothing = { merge: false, split: false, headerRow: false, headerColumn: false }

/** Asked at every key, so outside of tables it is no work. */
function mayIn(editor: Editor): typeof nothing {
  const { state } = editor
  if (!isInTable(state)) return nothing
  const { map, table } = selectedRect(state)
  const isHeader = (place: number) => table.nodeAt(map.map[place] ?? 0)?.type.name === 'tableHeader'
  return {
    merge: mergeCells(state),
    split: splitCell(state),
    headerRow: Array.from({ length: map.width }, (_, column) => column).every(isHeader),
    headerColumn: Array.from({ length: map.height }, (_, row) => row * map.width).every(isHeader),
  }
}

type ListProps = { editor: Editor; deeds: TableDeed[]; label: string; onDone: () => void }

function DeedList({ editor, deeds, label, onDone }: ListProps) {
  const { t } = useTranslation('blocks')
  const bar = useRef<HTMLDivElement>(null)
  // For somebody who came by keyboard: the button they pressed is gone, and the focus with it.
  useEffect(() => {
    if (!editor.isFocused) bar.current?.querySelector('button')?.focus()
    // It is higher than what was there: the menu looks for another place.
    editor.view.dispatch(editor.state.tr.setMeta('tableMenu', 'updatePosition'))
  }, [editor])
  return (
    <Toolbar ref={bar} aria-label={label} orientation="vertical" className="turn-menu">
      {deeds.map(({ id, icon: Icon, run, stays }) => (
        <FormatButton
          key={id}
          label={t(`table.${id}`)}
          onPress={() => {
            run(editor)
            if (stays) return
            editor.view.focus()
            onDone()
          }}
        >
          <Icon size={16} aria-hidden />
          <span>{t(`table.${id}`)}</span>
        </FormatButton>
      ))}
    </Toolbar>
  )
}
