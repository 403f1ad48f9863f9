import type { Board } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'
import { progressOf } from '@atelier/shared/boards/checklist'
import { dueTone } from '@atelier/shared/boards/due'
import { isFinished } from '@atelier/shared/boards/finished'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CalendarDays, SquareCheck } from 'lucide-react'
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

/** Labels, when it is to be done, how far it is, and whose it is. */
export const CardFacts = ({ card, board }: { card: Card; board: Board }) => (
  <span className="embed-card-facts">
    {board.labels
      .filter((label) => card.labels.includes(label.id))
      .map((label) => (
        <Chip key={label.id} colour={label.colour}>
          {label.name}
        </Chip>
      ))}
    {(card.start || card.due) && <Days card={card} isDone={isFinished(board.columns, card)} />}
    <Items card={card} />
    {card.assignees.map((id) => (
      <Assignee key={id} id={id} />
    ))}
  </span>
)

/** What is done is not late any more. */
function Days({ card: { start, due }, isDone }: { card: Card; isDone: boolean }) {
  const { t } = useTranslation('references')
  const { locale } = useFormat()
  const today = useToday()
  const tone = due && !isDone ? dueTone(due, today) : undefined
  const words = (day: string) => dayWords(locale, day, today)
  return (
    <time className="embed-due" data-tone={tone} dateTime={due ?? start ?? undefined}>
      <CalendarDays size={13} aria-hidden />
      {start && due && t('embed.span', { start: words(start), due: words(due) })}
      {!start && due && words(due)}
      {start && !due && t('embed.from', { day: words(start) })}
      {tone === 'overdue' && <span className="sr-only">{t('embed.overdue')}</span>}
    </time>
  )
}

function Items({ card }: { card: Card }) {
  const { t } = useTranslation('references')
  const { done, total } = progressOf(card.checklists)
  if (total === 0) return null
  return (
    <span className="embed-due">
      <SquareCheck size={13} aria-hidden />
      <span aria-hidden>{`${done}/${total}`}</span>
      <span className="sr-only">{t('embed.items', { done, total })}</span>
    </span>
  )
}

/** Who it is given to may be somebody this person may not know. */
function Assignee({ id }: { id: string }) {
  const { data } = useQuery(referenceQuery({ kind: 'person', id }))
  if (data?.kind !== 'person') return null
  return <Avatar name={data.name} colour={data.colour} size="small" labelled />
}
