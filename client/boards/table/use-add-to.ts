import { addCard } from '@atelier/shared/boards/card-edits'
import { addAssignee, addLabel, addOutcome } from '@atelier/shared/boards/fact-edits'
import { dueSpans } from '@atelier/shared/boards/view'
import { useTranslation } from 'react-i18next'
import { today } from '../../i18n/use-today'
import { useColumns, useDesk } from '../board-context'
import { lastDayOf } from '../due-spans'

/** Makes cards that fit into a group: in its column, of its person, with its label, or due then. */
export function useAddTo(group: string): { where: string; add(title: string): void } {
  const { t } = useTranslation('boards')
  const { room, people, outcomes, store, announce } = useDesk()
  const columns = useColumns()
  const column = columns.find(({ id }) => id === group) ?? columns[0]
  const where = column ? column.name || t('column.unnamed') : ''
  const add = (title: string) => {
    if (!column) return
    const span = dueSpans.find((one) => one === group)
    const due = span ? lastDayOf(span, today()) : null
    const card = { title, column: column.id, createdBy: room.me.id, ...(due && { due }) }
    const id = addCard(room.doc, card)
    if (id === null) return
    if (people.has(group)) addAssignee(room.doc, id, group)
    if (store.read().labels.some((label) => label.id === group)) addLabel(room.doc, id, group)
    if (outcomes.some((outcome) => outcome.id === group)) addOutcome(room.doc, id, group)
    announce(t('card.added', { title, column: where }))
  }
  return { where, add }
}
