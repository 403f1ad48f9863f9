import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/avatar'
import { IconButton } from '../../ui/icon-button'
import { Option, Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'
import { useBoardPart, useDesk } from '../board-context'
import { areDays, type Draft, ruleKinds } from './rule-draft'

type Props = {
  step: Draft
  number: number
  isOnly: boolean
  /** Null takes it away. */
  onChange(step: Draft | null): void
}

/** What is done, and with whom or what. */
export function RuleStep({ step, number, isOnly, onChange }: Props) {
  const { t } = useTranslation('board-rules')
  return (
    <div className="flex flex-wrap items-start gap-2">
      <Select
        label={t('step', { number })}
        hideLabel
        className="min-w-48 flex-1"
        value={step.kind}
        onChange={(kind) => onChange({ ...step, kind })}
      >
        {ruleKinds.map((kind) => (
          <Option key={kind} id={kind}>
            {t(`kinds.${kind}`)}
          </Option>
        ))}
      </Select>
      <StepDetail step={step} onChange={onChange} />
      {!isOnly && (
        <IconButton
          className="mt-1"
          size="small"
          label={t('removeStep', { number })}
          onPress={() => onChange(null)}
        >
          <X aria-hidden size={14} />
        </IconButton>
      )}
    </div>
  )
}

function StepDetail({ step, onChange }: Pick<Props, 'step' | 'onChange'>) {
  const { t } = useTranslation('board-rules')
  switch (step.kind) {
    case 'assign':
    case 'notify':
      return <PersonDetail step={step} onChange={onChange} />
    case 'add-label':
    case 'remove-label':
      return <LabelDetail step={step} onChange={onChange} />
    case 'set-due':
      return (
        <TextField
          label={t('days')}
          hideLabel
          className="w-24"
          inputMode="numeric"
          value={step.days}
          onChange={(days) => onChange({ ...step, days })}
          error={areDays(step.days) ? undefined : t('daysWrong')}
        />
      )
    default:
      return null
  }
}

function PersonDetail({ step, onChange }: Pick<Props, 'step' | 'onChange'>) {
  const { t } = useTranslation('board-rules')
  const { people } = useDesk()
  return (
    <Select
      label={t('person')}
      hideLabel
      className="min-w-44 flex-1"
      placeholder={t('choosePerson')}
      value={step.person}
      onChange={(person) => onChange({ ...step, person })}
    >
      {[...people.values()].map(({ id, name, colour }) => (
        <Option key={id} id={id} icon={<Avatar name={name} colour={colour} size="tiny" />}>
          {name}
        </Option>
      ))}
    </Select>
  )
}

function LabelDetail({ step, onChange }: Pick<Props, 'step' | 'onChange'>) {
  const { t } = useTranslation('board-rules')
  const labels = useBoardPart((board) => board.labels)
  return (
    <Select
      label={t('label')}
      hideLabel
      className="min-w-44 flex-1"
      placeholder={t('chooseLabel')}
      value={step.label}
      onChange={(label) => onChange({ ...step, label })}
    >
      {labels.map(({ id, name }) => (
        <Option key={id} id={id}>
          {name}
        </Option>
      ))}
    </Select>
  )
}
