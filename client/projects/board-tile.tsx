import type { BoardCard } from '@atelier/shared/projects/project'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { AvatarStack } from '../ui/avatar'
import { LiveDot } from '../ui/badge'
import { cardClass } from '../ui/card'
import { classNames } from '../ui/class-names'

const shownColumns = 5
const shownCards = 5

/** A board in small: its columns with as many cards as they hold. */
export function BoardTile({ board }: { board: BoardCard }) {
  const { t } = useTranslation('projects')
  const { ago } = useFormat()
  return (
    <li
      className={classNames(
        cardClass,
        'relative p-4 shadow-card transition-colors duration-100 hover:border-line-strong/50 has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-focus has-[a:focus-visible]:outline-offset-2',
      )}
    >
      <div className="flex items-start gap-3">
        <h3 className="min-w-0 flex-1 font-medium">
          <Link
            to="/boards/$boardId"
            params={{ boardId: board.id }}
            className="outline-none after:absolute after:inset-0 after:rounded-lg"
          >
            {board.title || t('untitled.board')}
          </Link>
        </h3>
        {board.here.length > 0 && (
          <span className="relative flex items-center gap-1.5">
            <LiveDot />
            <AvatarStack people={board.here} max={3} size="tiny" label={t('hereNow')} />
          </span>
        )}
      </div>
      <Columns columns={board.columns} />
      <p className="mt-2.5 text-ink-faint text-xs">
        {t('changed', { when: ago(board.changedAt) })}
      </p>
    </li>
  )
}

function Columns({ columns }: Pick<BoardCard, 'columns'>) {
  const { t } = useTranslation('projects')
  return (
    <ul className="mt-3 grid auto-cols-fr grid-flow-col gap-2">
      {columns.slice(0, shownColumns).map(({ title, cards }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two columns may share a title
        <li key={at} className="min-w-0">
          <p className="flex gap-1 text-ink-faint text-xs">
            <span className="truncate">{title}</span>
            <span className="tabular-nums" aria-hidden>
              {cards}
            </span>
            <span className="sr-only">{t('cards', { count: cards })}</span>
          </p>
          <div aria-hidden className="mt-1.5 flex h-14 flex-col gap-1 rounded-sm bg-sunken p-1">
            {Array.from({ length: Math.min(cards, shownCards) }, (_, card) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: dashes without names
              <span key={card} className="h-1.5 shrink-0 rounded-full bg-line-strong/45" />
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}
