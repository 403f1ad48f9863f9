import { useTranslation } from 'react-i18next'
import { ProgressLine } from '../import-progress'

type Props = { name: string; doing: 'reading' | 'storing'; share: number }

/** `share` has been sent; then it is read, or becomes a board, for as long as that takes. */
export function BoardImportProgress({ name, doing, share }: Props) {
  const { t } = useTranslation('board-exchange')
  const isSent = share >= 1
  return <ProgressLine words={t(`import.${isSent ? doing : 'sending'}`, { name })} share={share} />
}
