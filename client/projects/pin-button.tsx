import { HardDriveDownload } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { keptFilesLimitMb } from '../offline/kept-files'
import { usePinned } from '../offline/pinned'
import { IconButton } from '../ui/icon-button'
import { toast } from '../ui/toast'

/** Whether this device keeps the whole project, to be read and written without a network. */
export function PinButton({ projectId }: { projectId: string }) {
  const { t } = useTranslation('pin')
  const { pinned, setPinned } = usePinned()
  const isPinned = pinned.includes(projectId)
  const change = () =>
    setPinned(projectId, !isPinned).then(
      () => toast({ text: t(isPinned ? 'off' : 'on', { limit: keptFilesLimitMb }) }),
      (error: unknown) => {
        console.error('This device keeps nothing.', error)
        toast({ text: t('cannot'), tone: 'danger' })
      },
    )
  return (
    <IconButton
      label={t('label')}
      isOn={isPinned}
      aria-pressed={isPinned}
      onPress={() => void change()}
    >
      <HardDriveDownload size={18} aria-hidden />
    </IconButton>
  )
}
