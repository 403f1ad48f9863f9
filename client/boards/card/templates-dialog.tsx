import type { Card } from '@atelier/shared/boards/card'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog'
import { IconButton } from '../../ui/icon-button'
import { useBoardPart, useDesk } from '../board-context'
import { OtherTemplates } from './other-templates'
import { useRemoveTemplate } from './use-templates'
import './templates.css'

/** All templates of the board: opened to be changed as any card is, or taken away. */
export function TemplatesDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('card')
  const { editable } = useDesk()
  const templates = useBoardPart((board) => board.templates)
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => open || onClose()}
      title={t('template.title')}
      description={t('template.about')}
    >
      {templates.length === 0 ? (
        <p className="board-none">{t('template.none')}</p>
      ) : (
        <ul className="card-templates">
          {templates.map((template) => (
            <TemplateRow key={template.id} template={template} onOpen={onClose} />
          ))}
        </ul>
      )}
      {editable && <OtherTemplates />}
    </Dialog>
  )
}

function TemplateRow({ template, onOpen }: { template: Card; onOpen(): void }) {
  const { t } = useTranslation(['card', 'boards'])
  const { editable, openCard } = useDesk()
  const remove = useRemoveTemplate()
  const title = template.title || t('boards:card.untitled')
  return (
    <li>
      <button
        type="button"
        className="board-archive-card"
        onClick={() => {
          onOpen()
          openCard(template.id)
        }}
      >
        <span dir="auto">{title}</span>
      </button>
      {editable && (
        <IconButton
          size="small"
          label={t('template.removeNamed', { title })}
          onPress={() => remove(template)}
        >
          <Trash2 aria-hidden size={16} />
        </IconButton>
      )}
    </li>
  )
}
