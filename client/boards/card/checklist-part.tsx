import { longest } from '@atelier/shared/boards/board-shape'
import type { Card } from '@atelier/shared/boards/card'
import { type Checklist, progressOf } from '@atelier/shared/boards/checklist'
import { renameChecklist } from '@atelier/shared/boards/checklist-edits'
import { GripVertical, Plus } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../board-context'
import { OneLineField } from '../one-line-field'
import { ChecklistItemRow } from './checklist-item-row'
import { ChecklistMenu } from './checklist-menu'
import { ChecklistProgress } from './checklist-progress'
import { NewItem } from './new-item'
import type { ItemDrag } from './use-item-drag'
import type { ListDrag } from './use-list-drag'
import { useMoveList } from './use-move-list'

type Props = {
  card: Card
  list: Checklist
  drag: ItemDrag
  listDrag: ListDrag
  hidesDone: boolean
  onHideDone(list: string, isHidden: boolean): void
  isAdding: boolean
  onAddingChange(isAdding: boolean): void
}

/** One checklist: how far it is, its items, and a way to add some. */
export function ChecklistPart(props: Props) {
  const { card, list, drag, hidesDone, isAdding, onAddingChange } = props
  const { t } = useTranslation('card')
  const { editable } = useDesk()
  const [back, setBack] = useState(false)
  const { done } = progressOf([list])
  const name = list.name || t('checklist.unnamed')
  const shown = hidesDone ? list.items.filter((item) => !item.done) : list.items
  return (
    <section
      className="card-section"
      data-checklist={list.id}
      data-list-drop={props.listDrag.dropAt(list.id)}
      aria-label={name}
    >
      <ChecklistHead {...props} name={name} />
      {list.items.length > 0 && <ChecklistProgress list={list} name={name} />}
      <ul className="checklist-items" data-drop={drag.dropAt(list.id, null)}>
        {shown.map((item) => (
          <ChecklistItemRow key={item.id} card={card} list={list} item={item} drag={drag} />
        ))}
      </ul>
      {hidesDone && done > 0 && (
        <p className="checklist-hidden">{t('checklist.hidden', { count: done })}</p>
      )}
      {list.items.length === 0 && !editable && <p className="board-none">{t('checklist.empty')}</p>}
      {editable &&
        (isAdding ? (
          <NewItem
            card={card}
            list={list}
            onLeave={(byKey) => {
              setBack(byKey)
              onAddingChange(false)
            }}
          />
        ) : (
          <Button className="checklist-add" autoFocus={back} onPress={() => onAddingChange(true)}>
            <Plus aria-hidden size={16} />
            {t('checklist.addItem')}
          </Button>
        ))}
    </section>
  )
}

function ChecklistHead({ card, list, name, ...props }: Props & { name: string }) {
  const { hidesDone, onHideDone, listDrag } = props
  const { step } = useMoveList(card)
  const { t } = useTranslation('card')
  const { room, editable } = useDesk()
  const [renaming, setRenaming] = useState(false)
  const head = useRef<HTMLElement>(null)
  const leave = (byKey: boolean) => {
    flushSync(() => setRenaming(false))
    if (byKey) head.current?.querySelector('button')?.focus()
  }
  const press = (event: KeyboardEvent) => {
    const side = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined
    if (side === undefined || !editable || !event.altKey || !event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    step(list.id, side)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the buttons in it
    <header ref={head} className="card-section-head" onKeyDown={press}>
      {editable && card.checklists.length > 1 && (
        <span className="checklist-grip" {...listDrag.handlers(list.id)}>
          <GripVertical aria-hidden size={14} />
        </span>
      )}
      {renaming ? (
        <OneLineField
          className="checklist-rename"
          label={t('checklist.name')}
          value={list.name}
          maxLength={longest.checklistName}
          onDone={(given) => renameChecklist(room.doc, card.id, list.id, given)}
          onLeave={leave}
        />
      ) : (
        <h3 dir="auto">
          {editable ? (
            <Button
              className="checklist-name"
              aria-label={t('checklist.renameNamed', { name })}
              onPress={() => setRenaming(true)}
            >
              {name}
            </Button>
          ) : (
            name
          )}
        </h3>
      )}
      <ChecklistMenu
        card={card}
        list={list}
        name={name}
        hidesDone={hidesDone}
        onHideDone={onHideDone}
        onRename={() => setRenaming(true)}
      />
    </header>
  )
}
