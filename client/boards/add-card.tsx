import type { Column } from '@atelier/shared/boards/board'
import { longest } from '@atelier/shared/boards/board-shape'
import { addCard } from '@atelier/shared/boards/card-edits'
import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useDesk } from './board-context'
import { focusCard } from './focus-card'
import { OneLineField } from './one-line-field'

type Props = { column: Column; open: boolean; onOpenChange(open: boolean): void }

/** At the foot of a column: Enter adds a card and is ready for the next, Escape goes to the last one. */
export function AddCard({ column, open, onOpenChange }: Props) {
  const { t } = useTranslation('boards')
  const { room, announce } = useDesk()
  const [back, setBack] = useState(false)
  const added = useRef<string>(null)
  const add = (title: string) => {
    added.current = addCard(room.doc, { title, column: column.id, createdBy: room.me.id })
    announce(t('card.added', { title, column: column.name || t('column.unnamed') }))
  }
  if (!open)
    return (
      <Button className="board-add" autoFocus={back} onPress={() => onOpenChange(true)}>
        <Plus aria-hidden size={16} />
        {t('card.add')}
      </Button>
    )
  return (
    <OneLineField
      again
      className="board-new-card"
      label={t('card.newTitle', { column: column.name || t('column.unnamed') })}
      placeholder={t('card.newPlaceholder')}
      maxLength={longest.cardTitle}
      onDone={add}
      onLeave={(byKey) => {
        const onCard = byKey && added.current !== null && focusCard(added.current)
        added.current = null
        setBack(byKey && !onCard)
        onOpenChange(false)
      }}
    />
  )
}
