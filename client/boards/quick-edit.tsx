import { longest } from '@atelier/shared/boards/board-shape'
import type { Card } from '@atelier/shared/boards/card'
import { renameCard } from '@atelier/shared/boards/card-edits'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Popover } from '../ui/popover'
import { useCard, useDesk } from './board-context'
import { AssigneeChoice } from './card/assignee-picker'
import { focusCard, rowOf } from './focus-card'
import { LabelViews } from './label-picker'
import { OneLineField } from './one-line-field'
import { QuickDay } from './quick-day'
import { QuickPoints } from './quick-points'
import './quick-add.css'

/** One thing of one card, to be changed in place. */
export type QuickEdit = {
  id: string
  what: 'title' | 'assignees' | 'labels' | 'start' | 'due' | 'estimate'
}

/** Beside its card on the board; the keyboard goes back to the card. */
export function QuickEditPopover({ edit, onClose }: { edit: QuickEdit; onClose(): void }) {
  const { t } = useTranslation('board-fast')
  const card = useCard(edit.id)
  const trigger = useMemo(() => ({ current: rowOf(edit.id) }), [edit.id])
  const close = () => {
    onClose()
    requestAnimationFrame(() => focusCard(edit.id))
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
      label={t(`edit.${edit.what}`, { title: card.title })}
    >
      <Part card={card} what={edit.what} onDone={close} />
    </Popover>
  )
}

function Part({ card, what, onDone }: { card: Card; what: QuickEdit['what']; onDone(): void }) {
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
      return <AssigneeChoice card={card} />
    case 'labels':
      return <LabelViews card={card} />
    case 'estimate':
      return <QuickPoints card={card} onDone={onDone} />
    default:
      return <QuickDay card={card} what={what} onDone={onDone} />
  }
}
