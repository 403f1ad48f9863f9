import { longest } from '@atelier/shared/boards/board-shape'
import type { Card } from '@atelier/shared/boards/card'
import { renameCard } from '@atelier/shared/boards/card-edits'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Popover } from '../ui/popover'
import { useDesk } from './board-context'
import { AssigneeChoice } from './card/assignee-picker'
import { focusInView, placeOfCard } from './card-in-front'
import { LabelViews } from './label-picker'
import { useManyAsOne } from './many-as-one'
import { OneLineField } from './one-line-field'
import { QuickDay } from './quick-day'
import { QuickPoints } from './quick-points'
import './quick-add.css'

/** One thing of a card, to be changed in place; of all of `ids`, where others are chosen with it. */
export type QuickEdit = {
  id: string
  what: 'title' | 'assignees' | 'labels' | 'start' | 'due' | 'estimate'
  ids: readonly string[]
}

/** Beside its card on the board; the keyboard goes back to the card. */
export function QuickEditPopover({ edit, onClose }: { edit: QuickEdit; onClose(): void }) {
  const { t } = useTranslation('board-fast')
  const card = useManyAsOne(edit.id, edit.ids)
  const trigger = useMemo(() => ({ current: placeOf(edit.id) }), [edit.id])
  const close = () => {
    onClose()
    if (!isWindowOpen()) requestAnimationFrame(() => focusInView(edit.id))
  }
  if (!card || !trigger.current) return null
  const isTitle = edit.what === 'title'
  return (
    <Popover
      isOpen
      onOpenChange={(open) => open || close()}
      triggerRef={trigger}
      placement={isTitle ? 'bottom start' : 'end top'}
      {...(isTitle && { offset: -trigger.current.offsetHeight })}
      className={isTitle ? 'quick-title' : 'card-picker'}
      label={
        edit.ids.length > 1
          ? t(`editMany.${edit.what}`, { count: edit.ids.length })
          : t(`edit.${edit.what}`, { title: card.title })
      }
    >
      <Part card={card} edit={edit} onDone={close} />
    </Popover>
  )
}

type PartProps = { card: Card; edit: QuickEdit; onDone(): void }

function Part({ card, edit: { what, ids }, onDone }: PartProps) {
  const { t } = useTranslation('board-fast')
  const { room } = useDesk()
  switch (what) {
    case 'title':
      return (
        <OneLineField
          label={t('edit.title', { title: card.title })}
          value={card.title}
          maxLength={longest.cardTitle}
          onDone={(title) => renameCard(room.doc, card.id, title)}
          onLeave={onDone}
        />
      )
    case 'assignees':
      return <AssigneeChoice card={card} ids={ids} />
    case 'labels':
      return <LabelViews card={card} ids={ids} />
    case 'estimate':
      return <QuickPoints card={card} ids={ids} onDone={onDone} />
    default:
      return <QuickDay card={card} ids={ids} what={what} onDone={onDone} />
  }
}

const windowHead = (): HTMLElement | null => document.querySelector('.board-detail-tools')
const isWindowOpen = (): boolean => windowHead() !== null

/** Beside the card in its view, or in its own window if that is what is in front. */
const placeOf = (id: string): HTMLElement | null => windowHead() ?? placeOfCard(id)
