import { longest } from '@atelier/shared/boards/board-shape'
import type { Card } from '@atelier/shared/boards/card'
import type { Checklist, ChecklistItem } from '@atelier/shared/boards/checklist'
import { changeItemText, checkItem } from '@atelier/shared/boards/checklist-edits'
import { Check, GripVertical, Square } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '../../ui/checkbox'
import { useDesk } from '../board-context'
import { OneLineField } from '../one-line-field'
import { ItemMenu } from './item-menu'
import type { ItemDrag } from './use-item-drag'
import { useMoveItem } from './use-move-item'

type Props = { card: Card; list: Checklist; item: ChecklistItem; drag: ItemDrag }

/** One thing to do: ticked, written anew in place, and moved by its grip, by Alt+Shift and an arrow, or from its menu. */
export function ChecklistItemRow({ card, list, item, drag }: Props) {
  const { room, editable } = useDesk()
  const { step } = useMoveItem(card)
  const [writing, setWriting] = useState(false)
  const row = useRef<HTMLLIElement>(null)
  if (!editable) return <PlainItem item={item} />
  const leave = (byKey: boolean) => {
    flushSync(() => setWriting(false))
    if (byKey) row.current?.querySelector<HTMLElement>('.checklist-text')?.focus()
  }
  const press = (event: KeyboardEvent) => {
    const side = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined
    if (side === undefined || !event.altKey || !event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    step(item.id, side)
  }
  return (
    <li
      ref={row}
      className="checklist-item"
      data-item={item.id}
      data-done={item.done || undefined}
      data-dragging={drag.dragged === item.id || undefined}
      data-drop={drag.dropAt(list.id, item.id)}
      onKeyDown={press}
    >
      <span className="checklist-grip" {...drag.handlers(item.id)}>
        <GripVertical aria-hidden size={14} />
      </span>
      <Checkbox
        isSelected={item.done}
        onChange={(done) => checkItem(room.doc, card.id, item.id, done)}
      >
        <span className="sr-only">{item.text}</span>
      </Checkbox>
      {writing ? (
        <ItemField card={card} item={item} onLeave={leave} />
      ) : (
        <ItemText item={item} onPress={() => setWriting(true)} />
      )}
      <ItemMenu card={card} list={list} item={item} onWrite={() => setWriting(true)} />
    </li>
  )
}

function ItemText({ item, onPress }: { item: ChecklistItem; onPress(): void }) {
  const { t } = useTranslation('card')
  return (
    <button
      type="button"
      className="checklist-text"
      dir="auto"
      aria-label={t('item.write', { text: item.text })}
      onClick={onPress}
    >
      {item.text}
    </button>
  )
}

type FieldProps = { card: Card; item: ChecklistItem; onLeave(byKey: boolean): void }

function ItemField({ card, item, onLeave }: FieldProps) {
  const { t } = useTranslation('card')
  const { room } = useDesk()
  return (
    <OneLineField
      className="checklist-field"
      label={t('item.text')}
      value={item.text}
      maxLength={longest.itemText}
      onDone={(text) => changeItemText(room.doc, card.id, item.id, text)}
      onLeave={onLeave}
    />
  )
}

function PlainItem({ item }: { item: ChecklistItem }) {
  const { t } = useTranslation('card')
  return (
    <li className="checklist-item" data-done={item.done || undefined}>
      <span className="checklist-mark">
        {item.done ? <Check aria-hidden size={16} /> : <Square aria-hidden size={16} />}
      </span>
      <span className="checklist-text" dir="auto">
        {item.text}
        {item.done && <span className="sr-only">{` ${t('item.done')}`}</span>}
      </span>
    </li>
  )
}
