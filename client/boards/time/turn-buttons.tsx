import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'

type Props = { earlier: string; later: string; onTurn(by: -1 | 1): void; onToday(): void }

/** To what was, to what comes, and back to today. */
export function TurnButtons({ earlier, later, onTurn, onToday }: Props) {
  const { t } = useTranslation('board-time')
  return (
    <div className="time-turn">
      <IconButton label={earlier} onPress={() => onTurn(-1)}>
        <ChevronLeft aria-hidden size={17} className="rtl:rotate-180" />
      </IconButton>
      <Button size="small" onPress={onToday}>
        {t('today')}
      </Button>
      <IconButton label={later} onPress={() => onTurn(1)}>
        <ChevronRight aria-hidden size={17} className="rtl:rotate-180" />
      </IconButton>
    </div>
  )
}
