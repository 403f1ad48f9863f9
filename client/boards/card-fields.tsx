import type { Card } from '@atelier/shared/boards/card'
import { moveCard } from '@atelier/shared/boards/card-edits'
import { useTranslation } from 'react-i18next'
import { Option, Select } from '../ui/select'
import { useColumns, useDesk } from './board-context'
import { AssigneePicker } from './card/assignee-picker'
import { CardDays } from './card/card-days'
import { CardFact } from './card/card-fact'
import { EstimateField } from './card/estimate-field'
import { LabelPicker } from './label-picker'
import { OutcomePicker } from './outcomes/outcome-picker'

/** Where it is, whose it is, and when: to be changed, or as plain facts for people who may not. */
export function CardFields({ card }: { card: Card }) {
  return (
    <div className="board-fields">
      <ColumnField card={card} />
      <AssigneePicker card={card} />
      <LabelsField card={card} />
      <OutcomePicker card={card} />
      <CardDays card={card} />
      <EstimateField card={card} />
    </div>
  )
}

function ColumnField({ card }: { card: Card }) {
  const { t } = useTranslation('boards')
  const { room, editable } = useDesk()
  const columns = useColumns()
  const column = columns.find((shown) => shown.id === card.column)
  const onBoard = card.archivedAt === null && !card.isTemplate ? column : undefined
  if (!editable || !onBoard)
    return (
      <CardFact label={t('detail.column')}>
        {column && !card.isTemplate && (column.name || t('column.unnamed'))}
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

function LabelsField({ card }: { card: Card }) {
  const { t } = useTranslation('boards')
  const { editable } = useDesk()
  if (!editable && card.labels.length === 0) return null
  return (
    <div className="board-field">
      <span className="board-field-label">{t('detail.labels')}</span>
      <LabelPicker card={card} />
    </div>
  )
}
