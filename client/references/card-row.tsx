import type { Board } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'
import { dueTone } from '@atelier/shared/boards/due'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CalendarDays } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { useToday } from '../i18n/use-today'
import { Avatar } from '../ui/avatar'
import { Chip } from '../ui/badge'
import { dayWords } from './day-words'
import { referenceQuery } from './found-reference'
import { routeTo } from './route-to'

/** One card of a list, and the way to it. */
export function CardRow({ card, board, boardId }: { card: Card; board: Board; boardId: string }) {
  const { t } = useTranslation('references')
  return (
    <div className="embed-card">
      <Link
        {...routeTo({ kind: 'card', id: card.id, boardId })}
        className="embed-card-title"
        draggable={false}
        dir="auto"
      >
        {card.title || t('untitled.card')}
      </Link>
      <CardFacts card={card} board={board} />
    </div>
  )
}

/** Labels, when it is due, and whose it is. */
export const CardFacts = ({ card, board }: { card: Card; board: Board }) => (
  <span className="embed-card-facts">
    {board.labels
      .filter((label) => card.labels.includes(label.id))
      .map((label) => (
        <Chip key={label.id} colour={label.colour}>
          {label.name}
        </Chip>
      ))}
    {card.due && <Due due={card.due} />}
    {card.assignees.map((id) => (
      <Assignee key={id} id={id} />
    ))}
  </span>
)

function Due({ due }: { due: string }) {
  const { t } = useTranslation('references')
  const { locale } = useFormat()
  const today = useToday()
  const tone = dueTone(due, today)
  return (
    <time className="embed-due" data-tone={tone} dateTime={due}>
      <CalendarDays size={13} aria-hidden />
      {dayWords(locale, due, today)}
      {tone === 'overdue' && <span className="sr-only">{t('embed.overdue')}</span>}
    </time>
  )
}

/** Who it is given to may be somebody this person may not know. */
function Assignee({ id }: { id: string }) {
  const { data } = useQuery(referenceQuery({ kind: 'person', id }))
  if (data?.kind !== 'person') return null
  return <Avatar name={data.name} colour={data.colour} size="small" labelled />
}
