import type { Card } from '@atelier/shared/boards/card'
import { addChecklist } from '@atelier/shared/boards/checklist-edits'
import { ListChecks } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { useDesk } from '../board-context'

type Props = {
  card: Card
  /** A list was made, and wants its first item. */
  onChecklist(list: string | null): void
}

/** What a card can have and has not yet, or can have more of. */
export function CardAdditions({ card, onChecklist }: Props) {
  const { t } = useTranslation('card')
  const { room } = useDesk()
  return (
    <div className="card-additions" role="toolbar" aria-label={t('add.label')}>
      <Button
        size="small"
        icon={<ListChecks aria-hidden size={14} />}
        onPress={() => onChecklist(addChecklist(room.doc, card.id, t('checklist.unnamed')))}
      >
        {t('add.checklist')}
      </Button>
    </div>
  )
}
