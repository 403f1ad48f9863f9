import { dueTone } from '@atelier/shared/boards/due'
import type { MyCard } from '@atelier/shared/boards/my-cards'
import { Link } from '@tanstack/react-router'
import { CalendarDays, Hourglass, ListChecks, Sprout } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { shortDay } from '../i18n/short-day'
import { useFormat } from '../i18n/use-format'
import { useToday } from '../i18n/use-today'
import { Chip } from '../ui/badge'
import { classNames } from '../ui/class-names'

const shownLabels = 3

/** One card in a list of many boards; all of it opens the card where it lies. */
export function MyCardRow({ card }: { card: MyCard }) {
  const { t } = useTranslation('my-cards')
  const place = [card.board || t('untitledBoard'), card.project.title, card.column]
  return (
    <li className="-mx-3 relative flex items-start gap-3 rounded-lg px-3 py-2 transition-colors duration-100 hover:bg-hover has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-focus pointer-coarse:py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            to="/boards/$boardId"
            params={{ boardId: card.boardId }}
            search={{ card: card.id }}
            className="min-w-0 break-words font-medium outline-none after:absolute after:inset-0"
          >
            <bdi>{card.title || t('untitled')}</bdi>
          </Link>
          {card.labels.slice(0, shownLabels).map(({ name, colour }) => (
            <Chip key={`${colour} ${name}`} colour={colour}>
              <bdi>{name}</bdi>
            </Chip>
          ))}
        </p>
        <p className="truncate text-ink-faint text-xs">
          {place.filter(Boolean).map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts have their places
            <span key={at}>
              {at > 0 && ' · '}
              <bdi>{part}</bdi>
            </span>
          ))}
        </p>
        <WaitsFor titles={card.waitsFor} />
        {card.asked && (
          <p className="mt-0.5 flex items-center gap-1.5 text-accent text-xs">
            <Sprout aria-hidden size={13} />
            {t('askedOne')}
          </p>
        )}
      </div>
      <Items card={card} />
      {card.dueOn && <Due day={card.dueOn} />}
    </li>
  )
}

function WaitsFor({ titles }: { titles: readonly string[] }) {
  const { t } = useTranslation('my-cards')
  const { list } = useFormat()
  if (titles.length === 0) return null
  const cards = list(titles.map((title) => title || t('untitled')))
  return (
    <p className="mt-0.5 flex min-w-0 items-center gap-1.5 text-warning text-xs">
      <Hourglass aria-hidden size={13} className="shrink-0" />
      <bdi className="truncate">{t('waitsFor', { cards })}</bdi>
    </p>
  )
}

function Items({ card: { items, itemsDone } }: { card: MyCard }) {
  const { t } = useTranslation('my-cards')
  if (items === 0) return null
  const counts = { done: itemsDone, total: items }
  return (
    <span className="mt-0.5 hidden shrink-0 items-center gap-1 text-ink-faint text-xs tabular-nums sm:flex">
      <ListChecks aria-hidden size={13} />
      <span aria-hidden>{t('items', counts)}</span>
      <span className="sr-only">{t('itemsLabel', counts)}</span>
    </span>
  )
}

const tones = {
  overdue: 'font-semibold text-danger',
  today: 'font-semibold text-warning',
  soon: 'text-ink-soft',
  later: 'text-ink-faint',
}

function Due({ day }: { day: string }) {
  const { t } = useTranslation('my-cards')
  const { locale } = useFormat()
  const today = useToday()
  const words = day === today ? t('due.today') : shortDay(day, today, locale)
  return (
    <time
      dateTime={day}
      className={classNames(
        'mt-0.5 flex shrink-0 items-center gap-1 whitespace-nowrap text-xs tabular-nums',
        tones[dueTone(day, today)],
      )}
    >
      <CalendarDays aria-hidden size={13} />
      <span aria-hidden>{words}</span>
      <span className="sr-only">{t('due.label', { day: words })}</span>
    </time>
  )
}
