import { longest } from '@atelier/shared/boards/board-shape'
import type { Card } from '@atelier/shared/boards/card'
import { renameCard } from '@atelier/shared/boards/card-edits'
import { setDue, setStart } from '@atelier/shared/boards/fact-edits'
import type { TableColumn } from '@atelier/shared/boards/view'
import type { ComponentType, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../board-context'
import { OneLineField } from '../one-line-field'
import { ColumnChoice } from './column-choice'
import { DayChoice } from './day-choice'
import { EstimateField } from './estimate-field'
import { LabelsChoice, OutcomesChoice, PeopleChoice } from './several-choice'

export type EditorProps = {
  card: Card
  /** What floats is placed by it. */
  cell: RefObject<HTMLElement | null>
  /** By how many columns the keyboard walks on; null leaves it where it is. */
  onDone(go: number | null): void
}

/** The control that changes a cell's fact, while it is open. */
export function CellEditor({ column, ...props }: EditorProps & { column: TableColumn }) {
  const Editor = editors[column]
  return Editor && <Editor {...props} />
}

function TitleField({ card, onDone }: EditorProps) {
  const { t } = useTranslation('boards')
  const { room } = useDesk()
  return (
    <OneLineField
      className="table-field"
      label={t('detail.title')}
      value={card.title}
      maxLength={longest.cardTitle}
      onDone={(title) => renameCard(room.doc, card.id, title)}
      onLeave={(byKey) => onDone(byKey ? 0 : null)}
    />
  )
}

function StartDay(props: EditorProps) {
  const { t } = useTranslation('board-views')
  const { room } = useDesk()
  return (
    <DayChoice
      {...props}
      of="start"
      label={t('table.columns.start')}
      day={props.card.start}
      onChange={(day) => setStart(room.doc, props.card.id, day)}
    />
  )
}

function DueDay(props: EditorProps) {
  const { t } = useTranslation('board-views')
  const { room } = useDesk()
  return (
    <DayChoice
      {...props}
      of="due"
      label={t('table.columns.due')}
      day={props.card.due}
      onChange={(day) => setDue(room.doc, props.card.id, day)}
    />
  )
}

const editors: Partial<Record<TableColumn, ComponentType<EditorProps>>> = {
  title: TitleField,
  column: ColumnChoice,
  people: PeopleChoice,
  labels: LabelsChoice,
  start: StartDay,
  due: DueDay,
  estimate: EstimateField,
  outcomes: OutcomesChoice,
}

/** What is counted from elsewhere is not edited here: Enter opens the card instead. */
export const isEditableColumn = (column: TableColumn): boolean => editors[column] !== undefined
