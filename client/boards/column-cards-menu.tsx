import type { Column } from '@atelier/shared/boards/board'
import { archiveCards, restoreCards } from '@atelier/shared/boards/card-edits'
import { columnSorts, sortColumn } from '@atelier/shared/boards/column-cards-edits'
import { removeColumn } from '@atelier/shared/boards/column-edits'
import { copyColumn } from '@atelier/shared/boards/copy-edits'
import { Archive, ArrowDownWideNarrow, ArrowRightLeft, Copy } from 'lucide-react'
import { SubmenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu'
import { toast } from '../ui/toast'
import { useDesk } from './board-context'

/** What is done with all cards of a column at once, in its menu. */
export function ColumnCardsMenu({ column }: { column: Column }) {
  const { t } = useTranslation('column-cards')
  const { selection, askWhere } = useDesk()
  const sort = useSortColumn(column)
  const archive = useArchiveAll(column)
  const copy = useCopyColumn(column)
  const [first] = column.cards
  const move = () => {
    selection.set(column.cards.map(({ id }) => id))
    if (first) askWhere(first.id)
  }
  return (
    <>
      <SubmenuTrigger>
        <MenuItem icon={<ArrowDownWideNarrow size={16} />} isDisabled={column.cards.length < 2}>
          {t('sort.menu')}
        </MenuItem>
        <Menu placement="end top" aria-label={t('sort.menu')}>
          {columnSorts.map((by) => (
            <MenuItem key={by} onAction={() => sort(by)}>
              {t(`sort.${by}`)}
            </MenuItem>
          ))}
        </Menu>
      </SubmenuTrigger>
      <MenuItem icon={<ArrowRightLeft size={16} />} isDisabled={!first} onAction={move}>
        {t('move')}
      </MenuItem>
      <MenuItem icon={<Copy size={16} />} onAction={copy}>
        {t('copy')}
      </MenuItem>
      <MenuItem icon={<Archive size={16} />} isDisabled={!first} onAction={archive}>
        {t('archive')}
      </MenuItem>
      <MenuSeparator />
    </>
  )
}

function useSortColumn({ id, name }: Column) {
  const { room, people, undo, announce } = useDesk()
  const { t, i18n } = useTranslation('column-cards')
  return (by: (typeof columnSorts)[number]) => {
    const nameOf = (person: string) => people.get(person)?.name ?? ''
    const moved = sortColumn(room.doc, id, { by, nameOf, language: i18n.language })
    const words = { name: name || t('unnamed'), by: t(`sort.${by}`) }
    if (moved === 0) return void toast({ text: t('sort.already', words) })
    const said = t('sort.done', words)
    announce(said)
    toast({ text: said, action: { label: t('undo'), onPress: () => undo.undo() } })
  }
}

function useArchiveAll({ name, cards }: Column) {
  const { room, announce } = useDesk()
  const { t } = useTranslation('column-cards')
  return () => {
    const ids = cards.map((card) => card.id)
    archiveCards(room.doc, ids)
    const said = t('archived', { name: name || t('unnamed'), count: ids.length })
    announce(said)
    const onPress = () => void restoreCards(room.doc, ids)
    toast({ text: said, action: { label: t('undo'), onPress } })
  }
}

function useCopyColumn({ id, name, cards }: Column) {
  const { room, announce } = useDesk()
  const { t } = useTranslation('column-cards')
  return () => {
    const called = t('copyOf', { name: name || t('unnamed') })
    const made = copyColumn(room.doc, id, { name: called, createdBy: room.me.id })
    if (made === null) return
    const said = t('copied', { name: called, count: cards.length })
    announce(said)
    const onPress = () => void removeColumn(room.doc, made)
    toast({ text: said, action: { label: t('undo'), onPress } })
  }
}
