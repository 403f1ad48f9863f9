import type { Card } from '@atelier/shared/boards/card'
import { moveCard } from '@atelier/shared/boards/card-edits'
import { addAssignee, removeAssignee, setDue } from '@atelier/shared/boards/fact-edits'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/avatar'
import { Button } from '../ui/button'
import { DateField } from '../ui/date-field'
import { Option, Select } from '../ui/select'
import { useColumns, useDesk } from './board-context'
import { CardFact } from './card/card-fact'
import { useDueWords } from './due-chip'
import { LabelPicker } from './label-picker'

const nobody = 'nobody'

/** Column, assignee, due date and labels; as plain facts for people who may not change them. */
export function CardFields({ card }: { card: Card }) {
  const { t } = useTranslation('boards')
  return (
    <div className="board-fields">
      <ColumnField card={card} />
      <AssigneeField card={card} />
      <DueField card={card} />
      <div className="board-field">
        <span className="board-field-label">{t('detail.labels')}</span>
        <LabelPicker card={card} />
      </div>
    </div>
  )
}

function ColumnField({ card }: { card: Card }) {
  const { t } = useTranslation('boards')
  const { room, editable } = useDesk()
  const columns = useColumns()
  const column = columns.find((shown) => shown.id === card.column)
  const onBoard = card.archivedAt === null ? column : undefined
  if (!editable || !onBoard)
    return (
      <CardFact label={t('detail.column')}>
        {column && (column.name || t('column.unnamed'))}
      </CardFact>
    )
  return (
    <Select
      label={t('detail.column')}
      value={card.column}
      onChange={(column) => moveCard(room.doc, card.id, { column, spot: 'end' })}
    >
      {columns.map(({ id, name }) => (
        <Option key={id} id={id}>
          {name || t('column.unnamed')}
        </Option>
      ))}
    </Select>
  )
}

function AssigneeField({ card }: { card: Card }) {
  const { t } = useTranslation('boards')
  const { room, editable, people } = useDesk()
  const first = card.assignees[0] ?? null
  if (!editable) {
    const name = first && (people.get(first)?.name ?? t('detail.formerMember'))
    return <CardFact label={t('detail.assignee')}>{name ?? t('detail.nobody')}</CardFact>
  }
  const former = first !== null && !people.has(first) ? first : null
  return (
    <Select
      label={t('detail.assignee')}
      value={first ?? nobody}
      onChange={(id) => {
        for (const person of card.assignees) removeAssignee(room.doc, card.id, person)
        if (id !== nobody) addAssignee(room.doc, card.id, id)
      }}
    >
      <Option id={nobody}>{t('detail.nobody')}</Option>
      {former && <Option id={former}>{t('detail.formerMember')}</Option>}
      {[...people.values()].map((person) => (
        <Option
          key={person.id}
          id={person.id}
          icon={<Avatar name={person.name} colour={person.colour} size="tiny" />}
        >
          {person.name}
        </Option>
      ))}
    </Select>
  )
}

function DueField({ card }: { card: Card }) {
  const { t } = useTranslation('boards')
  const { room, editable } = useDesk()
  const words = useDueWords()
  const [typed, setTyped] = useState<string | null>(null)
  const change = (date: string | null) => {
    // While a year is typed it goes 2, 20, 202: only whole ones are anybody else's business.
    const whole = date === null || Number(date.slice(0, 4)) >= 1000
    setTyped(whole ? null : date)
    if (whole) setDue(room.doc, card.id, date)
  }
  if (!editable) return <CardFact label={t('due.label')}>{card.due && words(card.due)}</CardFact>
  return (
    <div className="board-field">
      <DateField label={t('due.label')} value={typed ?? card.due} onChange={change} />
      {card.due !== null && (
        <Button tone="quiet" size="small" onPress={() => change(null)}>
          {t('due.remove')}
        </Button>
      )}
    </div>
  )
}
