import type { Card } from '@atelier/shared/boards/card'
import { addChecklist } from '@atelier/shared/boards/checklist-edits'
import { ListChecks, Paperclip } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { useDesk } from '../board-context'
import { CoverPicker } from './cover-picker'
import { pickFiles } from './pick-files'
import type { CardFiles } from './use-card-files'

type Props = {
  card: Card
  files: CardFiles
  /** A list was made, and wants its first item. */
  onChecklist(list: string | null): void
}

/** What a card can have and has not yet, or can have more of. */
export function CardAdditions({ card, files, onChecklist }: Props) {
  const { t } = useTranslation('card')
  const { room } = useDesk()
  const pick = () => pickFiles(files.add)
  return (
    <div className="card-additions" role="toolbar" aria-label={t('add.label')}>
      <Button
        size="small"
        icon={<ListChecks aria-hidden size={14} />}
        onPress={() => onChecklist(addChecklist(room.doc, card.id, t('checklist.unnamed')))}
      >
        {t('add.checklist')}
      </Button>
      <Button size="small" icon={<Paperclip aria-hidden size={14} />} onPress={pick}>
        {t('add.file')}
      </Button>
      <CoverPicker card={card} onAddPicture={pick} />
    </div>
  )
}
