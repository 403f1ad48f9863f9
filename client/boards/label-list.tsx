import type { Card } from '@atelier/shared/boards/card'
import { addLabel, removeLabel } from '@atelier/shared/boards/fact-edits'
import type { Label } from '@atelier/shared/boards/label'
import { Check, Pencil, Plus } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Button, GridList, GridListItem, Input, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Chip } from '../ui/badge'
import { IconButton } from '../ui/icon-button'
import { useBoardPart, useDesk } from './board-context'
import { foundFirst } from './found-first'

type Props = {
  card: Card
  ids: readonly string[]
  /** `null`: a new one, by that name. */
  onEdit(label: Label | null, name?: string): void
}

/** With fewer, all of them are seen at once. */
const mostWithoutSearch = 8

/** All labels of the board; many are searched, and what is not there can be made from what was looked for. */
export function LabelList({ card, ids, onEdit }: Props) {
  const { t } = useTranslation('boards')
  const { t: fast } = useTranslation('board-fast')
  const labels = useBoardPart((board) => board.labels)
  const [letters, setLetters] = useState('')
  const [atFirst] = useState(card.labels)
  const choose = useChooseLabels(card, ids)
  const { found, left } = foundFirst(labels, letters, atFirst)
  const isLong = labels.length > mostWithoutSearch
  const name = letters.trim()
  const isNew =
    name !== '' && labels.every((label) => label.name.toLowerCase() !== name.toLowerCase())
  const take = () => {
    const [first] = found
    if (name === '') return
    if (first) choose(first.id)
    else onEdit(null, name)
  }
  return (
    <>
      {isLong && <LabelSearch letters={letters} onChange={setLetters} onTake={take} />}
      <GridList
        aria-label={t('labels.choose')}
        className="board-label-list"
        items={found}
        dependencies={[labels]}
        selectionMode="multiple"
        escapeKeyBehavior="none"
        keyboardNavigationBehavior="tab"
        selectedKeys={card.labels}
        onSelectionChange={(keys) => {
          for (const { id } of found)
            if (keys === 'all' || keys.has(id) !== card.labels.includes(id)) choose(id)
        }}
        renderEmptyState={() => (
          <p className="board-none">
            {labels.length > 0 ? fast('labels.notFound') : t('labels.empty')}
          </p>
        )}
      >
        {(label) => <LabelRow label={label} onEdit={() => onEdit(label)} />}
      </GridList>
      {left > 0 && <p className="board-label-more">{fast('labels.more', { count: left })}</p>}
      <Button className="board-add" onPress={() => onEdit(null, isNew ? name : '')}>
        <Plus aria-hidden size={16} />
        <span className="truncate">{isNew ? fast('labels.make', { name }) : t('labels.new')}</span>
      </Button>
    </>
  )
}

function LabelRow({ label, onEdit }: { label: Label; onEdit(): void }) {
  const { t } = useTranslation('boards')
  return (
    <GridListItem id={label.id} textValue={label.name} className="board-label-row">
      {({ isSelected }) => (
        <>
          <span className="board-label-check">{isSelected && <Check aria-hidden size={16} />}</span>
          <span className="board-label" dir="auto">
            <Chip colour={label.colour}>{label.name}</Chip>
          </span>
          <IconButton
            size="small"
            label={t('labels.rename', { name: label.name })}
            onPress={onEdit}
          >
            <Pencil aria-hidden size={14} />
          </IconButton>
        </>
      )}
    </GridListItem>
  )
}

type SearchProps = { letters: string; onChange(letters: string): void; onTake(): void }

/** Enter takes the first that is found, or makes what is not; the arrow down goes into the list. */
function LabelSearch({ letters, onChange, onTake }: SearchProps) {
  const { t } = useTranslation('board-fast')
  const field = useRef<HTMLDivElement>(null)
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') onTake()
    else if (event.key === 'ArrowDown')
      field.current?.parentElement?.querySelector<HTMLElement>('[role="row"]')?.focus()
    else return
    event.preventDefault()
  }
  return (
    <SearchField
      ref={field}
      className="board-label-search"
      aria-label={t('labels.search')}
      autoFocus
      value={letters}
      onChange={onChange}
      onKeyDown={press}
    >
      <Input placeholder={t('labels.search')} />
    </SearchField>
  )
}

/** Puts a label on all of the cards, or takes it off them again. */
function useChooseLabels(card: Card, ids: readonly string[]): (label: string) => void {
  const { room } = useDesk()
  return (label) => (card.labels.includes(label) ? removeLabel : addLabel)(room.doc, ids, label)
}
