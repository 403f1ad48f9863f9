import type { Card } from '@atelier/shared/boards/card'
import { progressOf } from '@atelier/shared/boards/checklist'
import type { TableColumn } from '@atelier/shared/boards/view'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/avatar'
import { Badge, Chip } from '../../ui/badge'
import { useBoardPart, useDesk } from '../board-context'
import { DueChip, useDueWords } from '../due-chip'
import { useOutcomeNames } from '../outcomes/use-outcome-names'
import { partsOf } from './table-world'

type Props = { card: Card }

/** What a cell says while nobody edits it. */
export function CellWords({ card, column }: Props & { column: TableColumn }) {
  const Words = words[column]
  return <Words card={card} />
}

function TitleWords({ card }: Props) {
  const { t } = useTranslation('boards')
  const { t: views } = useTranslation('board-views')
  return (
    <>
      <span className="table-words" dir="auto" title={card.title || undefined}>
        {card.title || t('card.untitled')}
      </span>
      {card.archivedAt !== null && <Badge>{views('table.archived')}</Badge>}
    </>
  )
}

function ColumnWords({ card }: Props) {
  const { t } = useTranslation('boards')
  const name = useBoardPart((board) => board.columns.find(({ id }) => id === card.column)?.name)
  return (
    <span className="table-words" dir="auto">
      {name === '' ? t('column.unnamed') : name}
    </span>
  )
}

const mostFaces = 4

function PeopleWords({ card: { assignees } }: Props) {
  const { t } = useTranslation('boards')
  const { people } = useDesk()
  const [first] = assignees
  if (first === undefined) return null
  const nameOf = (id: string) => people.get(id)?.name ?? t('detail.formerMember')
  return (
    <span className="table-people">
      {assignees.slice(0, mostFaces).map((id) => (
        <Avatar
          key={id}
          name={nameOf(id)}
          colour={people.get(id)?.colour ?? 'blue'}
          size="tiny"
          labelled={assignees.length > 1}
        />
      ))}
      {assignees.length === 1 && (
        <span className="table-words" dir="auto">
          {nameOf(first)}
        </span>
      )}
      {assignees.length > mostFaces && <small>+{assignees.length - mostFaces}</small>}
    </span>
  )
}

function LabelWords({ card }: Props) {
  const labels = useBoardPart((board) => board.labels)
  return (
    <span className="table-labels">
      {labels
        .filter(({ id }) => card.labels.includes(id))
        .map(({ id, name, colour }) => (
          <Chip key={id} colour={colour}>
            {name}
          </Chip>
        ))}
    </span>
  )
}

function OutcomeWords({ card }: Props) {
  const names = useOutcomeNames(card).map(({ name }) => name)
  if (names.length === 0) return null
  return (
    <span className="table-words" dir="auto" title={names.join('\n')}>
      {names.join(', ')}
    </span>
  )
}

function StartWords({ card: { start } }: Props) {
  const say = useDueWords()
  return start && <time dateTime={start}>{say(start)}</time>
}

const DueWords = ({ card: { due } }: Props) => due && <DueChip due={due} />

const EstimateWords = ({ card: { estimate } }: Props) =>
  estimate !== null && <span className="table-number">{estimate}</span>

function ProgressWords({ card }: Props) {
  const { t } = useTranslation('board-views')
  const { done, total } = progressOf(card.checklists)
  if (total === 0) return null
  return (
    <span className="table-progress">
      <progress
        aria-label={t('table.progress', { done, total })}
        value={done}
        max={total}
        data-whole={done === total || undefined}
      />
      <span aria-hidden>
        {done}/{total}
      </span>
    </span>
  )
}

function PartsWords({ card }: Props) {
  const { t } = useTranslation('board-views')
  const counted = useBoardPart((board) => {
    const parts = partsOf(card, { board })
    return parts && `${parts.done}/${parts.total}`
  })
  if (counted === null) return null
  const [done, total] = counted.split('/')
  return (
    <span className="table-number">
      <span className="sr-only">{t('table.partsDone', { done, total })}</span>
      <span aria-hidden>{counted}</span>
    </span>
  )
}

const words: Record<TableColumn, ComponentType<Props>> = {
  title: TitleWords,
  column: ColumnWords,
  people: PeopleWords,
  labels: LabelWords,
  outcomes: OutcomeWords,
  start: StartWords,
  due: DueWords,
  estimate: EstimateWords,
  progress: ProgressWords,
  parts: PartsWords,
}
