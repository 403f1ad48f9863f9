import type { ImportProgress } from '@atelier/shared/exchange/board-import'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { DialogFoot } from '../../ui/dialog'
import { ProgressLine } from '../import-progress'

type Props = {
  name: string
  doing: 'reading' | 'storing'
  share: number
  /** What the server says, once all of it is there. */
  progress: ImportProgress | null
  /** Null once it cannot be called off any more. */
  onCancel: (() => void) | null
}

/** `share` has been sent; then it is read, becomes a board and is stored, so many cards of so many. */
export function BoardImportProgress({ name, doing, share, progress, onCancel }: Props) {
  const { t, i18n } = useTranslation('board-exchange')
  const isSent = share >= 1
  const words = progress
    ? t(`progress.${progress.step}`, { name })
    : t(`import.${isSent ? doing : 'sending'}`, { name })
  const number = (count: number) => count.toLocaleString(i18n.language)
  return (
    <>
      {progress && progress.of > 0 && progress.step !== 'storing' ? (
        <ProgressLine
          words={words}
          share={progress.done / progress.of}
          figures={t('progress.cards', { done: number(progress.done), of: number(progress.of) })}
        />
      ) : (
        <ProgressLine words={words} share={share} />
      )}
      {onCancel && (
        <DialogFoot>
          <Button onPress={onCancel}>{t('progress.cancel')}</Button>
        </DialogFoot>
      )}
    </>
  )
}
