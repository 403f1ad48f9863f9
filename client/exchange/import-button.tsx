import { ArrowUpFromLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'

/** Where nothing is yet: what there is elsewhere may come here. */
export function ImportButton({ onPress }: { onPress: () => void }) {
  const { t } = useTranslation('exchange')
  return (
    <Button icon={<ArrowUpFromLine size={16} />} onPress={onPress}>
      {t('import.action')}
    </Button>
  )
}
