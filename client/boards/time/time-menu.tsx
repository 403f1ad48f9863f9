import {
  ArrowLeft,
  ArrowRight,
  ArrowRightLeft,
  CalendarDays,
  CalendarX,
  PanelRightOpen,
} from 'lucide-react'
import { useRef } from 'react'
import { Menu } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import { MenuItem } from '../../ui/menu'
import { floatClass } from '../../ui/popover'
import { useCard, useDesk } from '../board-context'
import { ChooseItem } from '../choose-item'
import { useTimeDesk } from './time-context'

type Props = { id: string; beside: HTMLElement; onClose(): void }

/** All that a drag or a key does with a card's days. One for the whole view, for there are many cards. */
export function TimeMenu({ id, beside, onClose }: Props) {
  const { t } = useTranslation('board-time')
  const { editable, openCard, askWhere } = useDesk()
  const { askDate } = useTimeDesk()
  const trigger = useRef(beside)
  trigger.current = beside
  const card = useCard(id)
  const title = card?.title || t('untitled')
  return (
    <Popover
      isOpen
      onOpenChange={(open) => open || onClose()}
      triggerRef={trigger}
      placement="bottom start"
      offset={4}
      className={floatClass}
    >
      <Menu
        aria-label={t('menu.label', { title })}
        autoFocus="first"
        onClose={onClose}
        className="min-w-52 p-1 outline-none"
      >
        <MenuItem icon={<PanelRightOpen size={16} />} onAction={() => openCard(id)}>
          {t('menu.open')}
        </MenuItem>
        {editable && (
          <MenuItem icon={<CalendarDays size={16} />} shortcut={['M']} onAction={() => askDate(id)}>
            {t('menu.date')}
          </MenuItem>
        )}
        {editable && card && (card.start ?? card.due) !== null && <DayItems id={id} />}
        {editable && (
          <MenuItem icon={<ArrowRightLeft size={16} />} onAction={() => askWhere(id)}>
            {t('menu.column')}
          </MenuItem>
        )}
        {editable && <ChooseItem id={id} />}
      </Menu>
    </Popover>
  )
}

function DayItems({ id }: { id: string }) {
  const { t } = useTranslation('board-time')
  const { moveDays, clearDays } = useTimeDesk()
  return (
    <>
      <MenuItem
        icon={<ArrowLeft size={16} className="rtl:rotate-180" />}
        shortcut={['Alt', '←']}
        onAction={() => moveDays(id, -1)}
      >
        {t('menu.earlier')}
      </MenuItem>
      <MenuItem
        icon={<ArrowRight size={16} className="rtl:rotate-180" />}
        shortcut={['Alt', '→']}
        onAction={() => moveDays(id, 1)}
      >
        {t('menu.later')}
      </MenuItem>
      <MenuItem icon={<CalendarX size={16} />} onAction={() => clearDays(id)}>
        {t('menu.remove')}
      </MenuItem>
    </>
  )
}
