import type { Card } from '@atelier/shared/boards/card'
import { progressOf } from '@atelier/shared/boards/checklist'
import { AlignLeft, CalendarDays, ListChecks, Paperclip } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format'
import { Avatar } from '../../ui/avatar'
import { useDesk } from '../board-context'
import { CardMarks } from '../card-marks'
import { DueChip, useDueWords } from '../due-chip'
import { LearningMark } from '../learning/learning-mark'

/** What there is to know of a card without opening it, in one line; nothing where there is nothing. */
export function CardFoot({ card }: { card: Card }) {
  const { t } = useTranslation('boards')
  return (
    <div className="board-card-foot">
      {card.due ? <DueChip due={card.due} start={card.start} /> : <StartChip start={card.start} />}
      {card.hasDescription && (
        <span className="board-card-hint">
          <AlignLeft aria-hidden size={14} />
          <span className="sr-only">{t('card.hasDescription')}</span>
        </span>
      )}
      <Progress card={card} />
      <LearningMark card={card} />
      <FileCount count={card.attachments.length} />
      <CardMarks card={card} />
      <Points points={card.estimate} />
      <Faces card={card} />
    </div>
  )
}

function StartChip({ start }: { start: string | null }) {
  const { t } = useTranslation('card')
  const words = useDueWords()
  if (start === null) return null
  return (
    <time className="board-due" dateTime={start}>
      <CalendarDays aria-hidden size={12} />
      {t('days.from', { day: words(start) })}
    </time>
  )
}

function Progress({ card }: { card: Card }) {
  const { t } = useTranslation('card')
  const { done, total } = progressOf(card.checklists)
  if (total === 0) return null
  return (
    <span className="board-card-hint" data-full={done === total || undefined}>
      <ListChecks aria-hidden size={14} />
      <span aria-hidden>{`${done}/${total}`}</span>
      <span className="sr-only">{t('checklist.progressOfCard', { done, total })}</span>
    </span>
  )
}

function FileCount({ count }: { count: number }) {
  const { t } = useTranslation('card')
  if (count === 0) return null
  return (
    <span className="board-card-hint">
      <Paperclip aria-hidden size={13} />
      <span aria-hidden>{count}</span>
      <span className="sr-only">{t('files.count', { count })}</span>
    </span>
  )
}

function Points({ points }: { points: number | null }) {
  const { t } = useTranslation('card')
  const { locale } = useFormat()
  if (points === null) return null
  const figure = new Intl.NumberFormat(locale).format(points)
  return (
    <span className="board-card-points">
      <span aria-hidden>{figure}</span>
      <span className="sr-only">{t('estimate.points', { count: points, points: figure })}</span>
    </span>
  )
}

const mostFaces = 3

function Faces({ card }: { card: Card }) {
  const { t } = useTranslation('boards')
  const { people } = useDesk()
  const assignees = card.assignees.flatMap((id) => people.get(id) ?? [])
  if (assignees.length === 0) return null
  const shown = assignees.slice(0, assignees.length > mostFaces ? mostFaces - 1 : mostFaces)
  const rest = assignees.length - shown.length
  return (
    <span className="board-card-assignee">
      <span className="sr-only">
        {`${t('card.assignedTo')} ${assignees.map(({ name }) => name).join(', ')}`}
      </span>
      {shown.map(({ id, name, colour }) => (
        <Avatar key={id} name={name} colour={colour} size="small" />
      ))}
      {rest > 0 && <span aria-hidden>{`+${rest}`}</span>}
    </span>
  )
}
