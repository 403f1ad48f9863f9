import {
  type BoardFilter,
  dueSpans,
  type LabelMode,
  labelModes,
  me,
  nobody,
  noOutcome,
} from '@atelier/shared/boards/view'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/avatar'
import { personColour } from '../ui/palette'
import { Option, Select } from '../ui/select'
import { useBoardPart, useColumns, useDesk } from './board-context'
import { ChoiceList } from './choice-list'

type Props = { filter: BoardFilter; onChange(filter: BoardFilter): void }

/** All a view can be narrowed by. */
export function FilterChoices(props: Props) {
  return (
    <>
      <PeopleChoice {...props} />
      <LabelChoice {...props} />
      <OutcomeChoice {...props} />
      <DueChoice {...props} />
      <ColumnChoice {...props} />
      <StateChoice {...props} />
    </>
  )
}

function PeopleChoice({ filter, onChange }: Props) {
  const { t } = useTranslation('board-views')
  const { people, room } = useDesk()
  const others = [...people.values()].filter(({ id }) => id !== room.me.id)
  const options = [
    { id: me, name: t('filter.me') },
    { id: nobody, name: t('filter.nobody') },
    ...others.map(({ id, name, colour }) => ({
      id,
      name,
      icon: <Avatar name={name} colour={colour} size="tiny" />,
    })),
  ]
  return (
    <ChoiceList
      title={t('filter.people')}
      options={options}
      chosen={filter.people}
      onChange={(chosen) => onChange({ ...filter, people: chosen })}
    />
  )
}

function LabelChoice({ filter, onChange }: Props) {
  const { t } = useTranslation('board-views')
  const labels = useBoardPart((board) => board.labels)
  if (labels.length === 0) return null
  const options = labels.map(({ id, name, colour }) => ({ id, name, icon: <Dot of={colour} /> }))
  return (
    <ChoiceList
      title={t('filter.labels')}
      options={options}
      chosen={filter.labels}
      onChange={(chosen) => onChange({ ...filter, labels: chosen })}
      end={
        <Select<LabelMode>
          label={t('filter.labelMode')}
          hideLabel
          look="quiet"
          value={filter.labelMode}
          onChange={(labelMode) => onChange({ ...filter, labelMode })}
        >
          {labelModes.map((mode) => (
            <Option key={mode} id={mode}>
              {t(`filter.labelModes.${mode}`)}
            </Option>
          ))}
        </Select>
      }
    />
  )
}

/** Also one that was put away, while it is chosen. */
function OutcomeChoice({ filter, onChange }: Props) {
  const { t } = useTranslation('outcomes')
  const { outcomes } = useDesk()
  const shown = outcomes.filter(({ id, archived }) => !archived || filter.outcomes.includes(id))
  if (shown.length === 0) return null
  return (
    <ChoiceList
      title={t('card.label')}
      options={[{ id: noOutcome, name: t('filterNone') }, ...shown]}
      chosen={filter.outcomes}
      onChange={(chosen) => onChange({ ...filter, outcomes: chosen })}
    />
  )
}

const Dot = ({ of }: { of: string }) => (
  <span aria-hidden className="board-filter-dot" style={{ background: personColour(of) }} />
)

function DueChoice({ filter, onChange }: Props) {
  const { t } = useTranslation('board-views')
  return (
    <ChoiceList
      title={t('filter.due')}
      options={dueSpans.map((id) => ({ id, name: t(`spans.${id}`) }))}
      chosen={filter.due}
      onChange={(chosen) =>
        onChange({ ...filter, due: dueSpans.filter((span) => chosen.includes(span)) })
      }
    />
  )
}

function ColumnChoice({ filter, onChange }: Props) {
  const { t } = useTranslation('board-views')
  const { t: boards } = useTranslation('boards')
  const columns = useColumns()
  return (
    <ChoiceList
      title={t('filter.columns')}
      options={columns.map(({ id, name }) => ({ id, name: name || boards('column.unnamed') }))}
      chosen={filter.columns}
      onChange={(chosen) => onChange({ ...filter, columns: chosen })}
    />
  )
}

const states = ['open', 'done', 'unticked', 'archived'] as const

function StateChoice({ filter, onChange }: Props) {
  const { t } = useTranslation('board-views')
  const is = {
    open: filter.done === false,
    done: filter.done === true,
    unticked: filter.openItems,
    archived: filter.archived,
  }
  const change = (chosen: readonly string[]) => {
    const [open, done] = [chosen.includes('open'), chosen.includes('done')]
    onChange({
      ...filter,
      // The two shut each other out: the one chosen last counts.
      done: open && done ? is.open : open ? false : done ? true : null,
      openItems: chosen.includes('unticked'),
      archived: chosen.includes('archived'),
    })
  }
  return (
    <ChoiceList
      title={t('filter.state')}
      options={states.map((id) => ({ id, name: t(`filter.states.${id}`) }))}
      chosen={states.filter((state) => is[state])}
      onChange={change}
    />
  )
}
