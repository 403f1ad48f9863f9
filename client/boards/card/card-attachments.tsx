import type { Attachment, Card } from '@atelier/shared/boards/card'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { lateWindow } from '../../offline/late-part'
import { useDesk } from '../board-context'
import { AttachmentRow } from './attachment-row'
import { CardSection } from './card-section'
import { isPicture } from './is-picture'
import { pickFiles } from './pick-files'
import { UploadRow } from './upload-row'
import type { CardFiles } from './use-card-files'
import './attachments.css'

const PictureViewer = lateWindow(
  async () => (await import('../../files/picture-viewer')).PictureViewer,
)

/** The files that hang on a card, and those on their way to it. */
export function CardAttachments({ card, files }: { card: Card; files: CardFiles }) {
  const { t } = useTranslation('card')
  const { editable } = useDesk()
  const [viewed, view] = useState<string | null>(null)
  if (card.attachments.length + files.uploads.length === 0) return null
  return (
    <CardSection title={t('files.title')}>
      <ul className="card-files">
        {card.attachments.map((file) => (
          <AttachmentRow
            key={file.id}
            card={card}
            file={file}
            desk={files.desk}
            onView={() => view(file.id)}
          />
        ))}
        {files.uploads.map((upload) => (
          <UploadRow key={upload.id} upload={upload} files={files} />
        ))}
      </ul>
      {editable && (
        <Button className="checklist-add" onPress={() => pickFiles(files.add)}>
          <Plus aria-hidden size={16} />
          {t('files.add')}
        </Button>
      )}
      {viewed !== null && (
        <PictureViewer
          pictures={card.attachments.filter(isPicture).map(asViewed)}
          file={viewed}
          desk={files.desk}
          onView={view}
          onClose={() => view(null)}
        />
      )}
    </CardSection>
  )
}

const asViewed = ({ id, name }: Attachment) => ({ file: id, alt: name, caption: name })
