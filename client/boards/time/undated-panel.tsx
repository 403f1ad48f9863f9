import { CalendarOff, X } from 'lucide-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog'
import { IconButton } from '../../ui/icon-button'
import { useNarrow } from '../../ui/use-narrow'
import type { UndatedCard } from './timed-cards'
import { TimedList } from './timed-list'

type ToggleProps = { count: number; open: boolean; onChange(open: boolean): void }

/** Opens and closes the list of what has no date yet. */
export function UndatedToggle({ count, open, onChange }: ToggleProps) {
  const { t } = useTranslation('board-time')
  return (
    <ToggleButton className="time-button" isSelected={open} onChange={onChange}>
      <CalendarOff aria-hidden size={15} />
      {t('undated.open', { count })}
    </ToggleButton>
  )
}

type Props = { cards: readonly UndatedCard[]; onClose(): void }

/** Beside the days; on a phone a sheet over them. */
export function UndatedPanel({ cards, onClose }: Props) {
  const { t } = useTranslation('board-time')
  const isNarrow = useNarrow()
  const label = t('undated.title')
  const list = <TimedList label={label} cards={cards} empty={t('undated.empty')} />
  if (isNarrow)
    return (
      <Dialog isOpen onOpenChange={(open) => open || onClose()} title={label}>
        <div className="time-sheet">{list}</div>
      </Dialog>
    )
  return (
    <aside className="time-aside" aria-label={label}>
      <header>
        <h3>{label}</h3>
        <IconButton size="small" label={t('undated.close')} onPress={onClose}>
          <X aria-hidden size={15} />
        </IconButton>
      </header>
      {list}
    </aside>
  )
}
