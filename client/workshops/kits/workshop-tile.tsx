import { wordsIn } from '@atelier/shared/workshops/stage'
import type { WorkshopCard } from '@atelier/shared/workshops/workshop'
import { Link } from '@tanstack/react-router'
import { MoreHorizontal, Trash2 } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format'
import { LiveDot } from '../../ui/badge'
import { cardClass } from '../../ui/card'
import { classNames } from '../../ui/class-names'
import { IconButton } from '../../ui/icon-button'
import { Menu, MenuItem } from '../../ui/menu'

type Props = { workshop: WorkshopCard; onTrash: ((workshop: WorkshopCard) => void) | null }

/** A workshop in a list: what it is, whether it is on just now, how many came. */
export function WorkshopTile({ workshop, onTrash }: Props) {
  const { t, i18n } = useTranslation('workshop-kits')
  const { ago } = useFormat()
  const { id, title, state, kit, people, changedAt } = workshop
  const kind = wordsIn(kit, i18n.language)
  return (
    <li
      className={classNames(
        cardClass,
        'relative flex items-start gap-3 p-4 shadow-card transition-colors duration-100 hover:border-line-strong/50 has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-focus has-[a:focus-visible]:outline-offset-2',
      )}
    >
      <div className="min-w-0 flex-1">
        <h3 className="font-medium wrap-anywhere">
          <Link
            to="/workshops/$workshopId"
            params={{ workshopId: id }}
            className="outline-none after:absolute after:inset-0 after:rounded-lg"
          >
            {title}
          </Link>
        </h3>
        {kind !== title && <p className="mt-0.5 truncate text-ink-soft text-sm">{kind}</p>}
        <p className="mt-1.5 flex flex-wrap items-center gap-x-1 text-ink-faint text-xs">
          {state === 'open' && <LiveDot />}
          <span className={classNames(state === 'open' && 'font-medium text-ink')}>
            {t(`state.${state}`)}
          </span>
          <span>· {t('people', { count: people })}</span>
          <span>· {ago(changedAt)}</span>
        </p>
      </div>
      {onTrash && (
        <MenuTrigger>
          <IconButton size="small" label={t('more', { title })} className="relative -me-1.5 -mt-1">
            <MoreHorizontal size={16} aria-hidden />
          </IconButton>
          <Menu placement="bottom end" onAction={() => onTrash(workshop)}>
            <MenuItem id="trash" icon={<Trash2 size={15} aria-hidden />}>
              {t('toBin')}
            </MenuItem>
          </Menu>
        </MenuTrigger>
      )}
    </li>
  )
}
