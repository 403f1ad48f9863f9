import type { Attachment, Card } from '@atelier/shared/boards/card'
import { File, FileArchive, Image } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { downloadAddress } from '../../api/file-address'
import { downloadKept } from '../../docs/download-link'
import type { FileDesk } from '../../docs/file-desk'
import { fileKind } from '../../files/file-kind'
import { FilePicture } from '../../files/file-picture'
import { fileSizeIn } from '../../files/file-size'
import { useFormat } from '../../i18n/use-format'
import { AttachmentMenu } from './attachment-menu'
import { isPicture } from './is-picture'

type Props = { card: Card; file: Attachment; desk: FileDesk; onView(): void }

/** One file: pictures are looked at in full, all others are taken home. */
export function AttachmentRow({ card, file, desk, onView }: Props) {
  const { t } = useTranslation('card')
  const name = file.name || t('files.unnamed')
  const facts = useFacts(file)
  const shown = (
    <>
      <AttachmentFace file={file} desk={desk} />
      <span className="card-file-words">
        <span className="card-file-name" dir="auto">
          {name}
        </span>
        <small>{facts}</small>
      </span>
    </>
  )
  const keptOnly = (event: React.MouseEvent) => {
    if (navigator.onLine) return
    event.preventDefault()
    void downloadKept(desk, file.id, name)
  }
  return (
    <li className="card-file" data-file={file.id}>
      {isPicture(file) ? (
        <button
          type="button"
          className="card-file-main"
          aria-label={t('files.view', { name, facts })}
          onClick={onView}
        >
          {shown}
        </button>
      ) : (
        <a
          className="card-file-main"
          href={downloadAddress(file.id)}
          download={name}
          aria-label={t('files.download', { name, facts })}
          onClick={keptOnly}
        >
          {shown}
        </a>
      )}
      <AttachmentMenu card={card} file={file} name={name} desk={desk} onView={onView} />
    </li>
  )
}

function useFacts({ mime, name, size, addedAt }: Attachment): string {
  const { t } = useTranslation('card')
  const { t: files } = useTranslation('files')
  const { locale, ago } = useFormat()
  return [
    files(`file.kinds.${fileKind(mime, name)}`),
    size > 0 ? fileSizeIn(locale, size) : '',
    Number.isNaN(Date.parse(addedAt)) ? '' : t('files.added', { when: ago(addedAt) }),
  ]
    .filter(Boolean)
    .join(' · ')
}

function AttachmentFace({ file, desk }: { file: Attachment; desk: FileDesk }) {
  const kind = fileKind(file.mime, file.name)
  const Icon = kind === 'picture' ? Image : kind === 'archive' ? FileArchive : File
  const icon = <Icon aria-hidden size={20} />
  return (
    <span className="card-file-face">
      {isPicture(file) ? (
        <FilePicture
          file={file.id}
          size="thumbnail"
          preview={desk.previewOf(file.id)}
          fallback={icon}
        />
      ) : (
        icon
      )}
    </span>
  )
}
