import type { Card } from '@atelier/shared/boards/card'
import { addLabel, removeLabel } from '@atelier/shared/boards/fact-edits'
import type { Label } from '@atelier/shared/boards/label'
import { Check, Pencil, Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button, DialogTrigger, GridList, GridListItem } from 'react-aria-components'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Chip } from '../ui/badge'
import { IconButton } from '../ui/icon-button'
import { Popover } from '../ui/popover'
import { useBoardPart, useDesk } from './board-context'
import { LabelChips } from './label-chips'
import { LabelForm } from './label-form'
import './label-picker.css'

/** The card's labels; pressing them opens all labels of the board to choose from, and to change. */
export function LabelPicker({ card }: { card: Card }) {
  const { t } = useTranslation('boards')
  const { editable } = useDesk()
  const labels = useBoardPart((board) => board.labels)
  const chosen = labels.filter((label) => card.labels.includes(label.id))
  const shown =
    chosen.length > 0 ? (
      <LabelChips labels={chosen} />
    ) : (
      <span className="board-none">{t('detail.noLabels')}</span>
    )
  if (!editable) return shown
  return (
    <DialogTrigger>
      <Button className="board-field-button" aria-label={t('labels.edit')}>
        {shown}
      </Button>
      <Popover className="board-labels-popover" placement="bottom start" label={t('labels.choose')}>
        <LabelViews card={card} />
      </Popover>
    </DialogTrigger>
  )
}

/** Either the list of all labels or the form of one: `null` is a new one. */
export function LabelViews({ card }: { card: Card }) {
  const labels = useBoardPart((board) => board.labels)
  const [form, setForm] = useState<{ label: Label | null } | null>(null)
  const views = useRef<HTMLDivElement>(null)
  const done = () => {
    flushSync(() => setForm(null))
    // The form took the keyboard's place with it.
    views.current?.querySelector<HTMLElement>('.board-add')?.focus()
  }
  return (
    <div ref={views}>
      {form ? (
        <LabelForm card={card} label={form.label} onDone={done} />
      ) : (
        <LabelList card={card} labels={labels} onEdit={(label) => setForm({ label })} />
      )}
    </div>
  )
}

type ListProps = { card: Card; labels: readonly Label[]; onEdit(label: Label | null): void }

function LabelList({ card, labels, onEdit }: ListProps) {
  const { t } = useTranslation('boards')
  const { room } = useDesk()
  const choose = (keys: Set<unknown>) => {
    for (const { id } of labels) {
      if (keys.has(id) && !card.labels.includes(id)) addLabel(room.doc, card.id, id)
      if (!keys.has(id) && card.labels.includes(id)) removeLabel(room.doc, card.id, id)
    }
  }
  return (
    <>
      <GridList
        aria-label={t('labels.choose')}
        className="board-label-list"
        items={labels}
        selectionMode="multiple"
        escapeKeyBehavior="none"
        keyboardNavigationBehavior="tab"
        selectedKeys={card.labels}
        onSelectionChange={(keys) =>
          choose(keys === 'all' ? new Set(labels.map((l) => l.id)) : keys)
        }
        renderEmptyState={() => <p className="board-none">{t('labels.empty')}</p>}
      >
        {(label) => (
          <GridListItem id={label.id} textValue={label.name} className="board-label-row">
            {({ isSelected }) => (
              <>
                <span className="board-label-check">
                  {isSelected && <Check aria-hidden size={16} />}
                </span>
                <span className="board-label" dir="auto">
                  <Chip colour={label.colour}>{label.name}</Chip>
                </span>
                <IconButton
                  size="small"
                  label={t('labels.rename', { name: label.name })}
                  onPress={() => onEdit(label)}
                >
                  <Pencil aria-hidden size={14} />
                </IconButton>
              </>
            )}
          </GridListItem>
        )}
      </GridList>
      <Button className="board-add" onPress={() => onEdit(null)}>
        <Plus aria-hidden size={16} />
        {t('labels.new')}
      </Button>
    </>
  )
}
