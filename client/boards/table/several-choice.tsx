import {
  addAssignee,
  addLabel,
  removeAssignee,
  removeLabel,
} from '@atelier/shared/boards/fact-edits'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/avatar'
import { personColour } from '../../ui/palette'
import { useBoardPart, useDesk } from '../board-context'
import { ChoiceList } from '../choice-list'
import { OutcomeChoice } from '../outcomes/outcome-choice'
import type { EditorProps } from './cell-editor'
import { CellPopover } from './cell-popover'

/** Whose card it is. Each choice counts at once. */
export function PeopleChoice(props: EditorProps) {
  const { card } = props
  const { t } = useTranslation('board-views')
  const { t: boards } = useTranslation('boards')
  const { room, people } = useDesk()
  const former = card.assignees.filter((id) => !people.has(id))
  const options = [
    ...[...people.values()].map(({ id, name, colour }) => ({
      id,
      name,
      icon: <Avatar name={name} colour={colour} size="tiny" />,
    })),
    ...former.map((id) => ({ id, name: boards('detail.formerMember') })),
  ]
  const change = (chosen: readonly string[]) => {
    for (const id of added(card.assignees, chosen)) addAssignee(room.doc, card.id, id)
    for (const id of added(chosen, card.assignees)) removeAssignee(room.doc, card.id, id)
  }
  return (
    <CellPopover {...props} column="people" label={t('filter.people')}>
      <ChoiceList
        title={t('filter.people')}
        hideTitle
        autoFocus
        options={options}
        chosen={card.assignees}
        onChange={change}
      />
    </CellPopover>
  )
}

/** The card's labels. New ones are made in the card's own window. */
export function LabelsChoice(props: EditorProps) {
  const { card } = props
  const { t } = useTranslation('board-views')
  const { t: boards } = useTranslation('boards')
  const { room } = useDesk()
  const labels = useBoardPart((board) => board.labels)
  const change = (chosen: readonly string[]) => {
    for (const id of added(card.labels, chosen)) addLabel(room.doc, card.id, id)
    for (const id of added(chosen, card.labels)) removeLabel(room.doc, card.id, id)
  }
  return (
    <CellPopover {...props} column="labels" label={t('filter.labels')}>
      {labels.length === 0 ? (
        <p className="board-none">{boards('labels.empty')}</p>
      ) : (
        <ChoiceList
          title={t('filter.labels')}
          hideTitle
          autoFocus
          options={labels.map(({ id, name, colour }) => ({
            id,
            name,
            icon: (
              <span
                aria-hidden
                className="table-dot"
                style={{ background: personColour(colour) }}
              />
            ),
          }))}
          chosen={card.labels}
          onChange={change}
        />
      )}
    </CellPopover>
  )
}

/** What it contributes to. */
export function OutcomesChoice(props: EditorProps) {
  const { t } = useTranslation('outcomes')
  return (
    <CellPopover {...props} column="outcomes" label={t('card.label')}>
      <OutcomeChoice card={props.card} title={t('card.label')} />
    </CellPopover>
  )
}

/** What is in `now` and was not in `before`. */
const added = (before: readonly string[], now: readonly string[]) =>
  now.filter((id) => !before.includes(id))
