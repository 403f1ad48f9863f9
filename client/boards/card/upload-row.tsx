import { RotateCw, Upload as UploadIcon, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Upload } from '../../files/uploads'
import { IconButton } from '../../ui/icon-button'
import type { CardFiles } from './use-card-files'

/** A file on its way: how far it is, or why it is not, and what one can do about it. */
export function UploadRow({ upload, files }: { upload: Upload; files: CardFiles }) {
  const { t } = useTranslation('files')
  const { desk } = files
  const { id, file, state } = upload
  const { name } = file
  const isFailed = state.kind === 'failed'
  const words = isFailed ? desk.explain(state.error, upload) : t(`upload.${state.kind}`, { name })
  return (
    <li className="card-file" data-state={state.kind}>
      <span className="card-file-main">
        <span className="card-file-face">
          <UploadIcon aria-hidden size={20} />
        </span>
        <span className="card-file-words">
          <span role="status">{words}</span>
          {!isFailed && (
            <progress
              className="card-file-bar"
              aria-label={t('upload.progress', { name })}
              max={1}
              {...(state.kind === 'sending' && state.share > 0 && { value: state.share })}
            />
          )}
        </span>
      </span>
      {isFailed && (
        <IconButton
          size="small"
          label={t('upload.retryNamed', { name })}
          onPress={() => desk.uploads.retry(id)}
        >
          <RotateCw aria-hidden size={16} />
        </IconButton>
      )}
      <IconButton
        size="small"
        label={t(isFailed ? 'upload.removeNamed' : 'upload.cancelNamed', { name })}
        onPress={() => files.cancel(id)}
      >
        <X aria-hidden size={16} />
      </IconButton>
    </li>
  )
}
