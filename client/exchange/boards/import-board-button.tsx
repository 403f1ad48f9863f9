import { ArrowUpFromLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'

type Props = { onPress: () => void; look: 'icon' | 'button' }

export function ImportBoardButton({ onPress, look }: Props) {
  const { t } = useTranslation('board-exchange')
  if (look === 'icon') {
    return (
      <IconButton label={t('import.action')} size="small" onPress={onPress}>
        <ArrowUpFromLine size={16} aria-hidden />
      </IconButton>
    )
  }
  return (
    <Button icon={<ArrowUpFromLine size={16} />} onPress={onPress}>
      {t('import.action')}
    </Button>
  )
}
