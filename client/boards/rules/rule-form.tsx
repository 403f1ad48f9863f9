import { newUuid } from '@atelier/shared/basics/uuid'
import { mostActions, type Rule, type RuleAction } from '@atelier/shared/boards/rule'
import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { Option, Select } from '../../ui/select'

import { useColumns } from '../board-context'
import { type Draft, draftOf, finished, firstDraft } from './rule-draft'
import { useSaveRule } from './rule-records'
import { RuleStep } from './rule-step'

type Props = {
  boardId: string
  /** Null for a new one. */
  rule: Rule | null
  onDone(): void
}

/** When a card comes to this column, then these steps. */
export function RuleForm({ boardId, rule, onDone }: Props) {
  const { t } = useTranslation('board-rules')
  const { t: boards } = useTranslation('boards')
  const columns = useColumns()
  const save = useSaveRule(boardId)
  const [id] = useState(() => rule?.id ?? newUuid())
  const [column, setColumn] = useState(rule?.column ?? columns.at(-1)?.id ?? '')
  const [steps, setSteps] = useState<Draft[]>(rule?.actions.map(draftOf) ?? [firstDraft()])
  const [isRefused, setRefused] = useState(false)
  const change = (key: string, next: Draft | null) => {
    setRefused(false)
    setSteps(steps.flatMap((step) => (step.key === key ? (next ?? []) : step)))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const actions = steps.map(finished)
    if (!actions.every((action): action is RuleAction => action !== null)) return setRefused(true)
    save.mutate({ id, column, actions }, { onSuccess: onDone })
  }
  return (
    <form className="grid gap-3" onSubmit={submit} noValidate>
      <Select label={t('column')} value={column} onChange={setColumn} autoFocus>
        {columns.map(({ id: columnId, name }) => (
          <Option key={columnId} id={columnId}>
            {name || boards('column.unnamed')}
          </Option>
        ))}
      </Select>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 font-medium text-sm">{t('steps')}</legend>
        {steps.map((step, at) => (
          <RuleStep
            key={step.key}
            step={step}
            number={at + 1}
            isOnly={steps.length === 1}
            onChange={(next) => change(step.key, next)}
          />
        ))}
        {steps.length < mostActions && (
          <Button
            className="justify-self-start"
            tone="quiet"
            size="small"
            icon={<Plus aria-hidden size={14} />}
            onPress={() => setSteps([...steps, firstDraft()])}
          >
            {t('addStep')}
          </Button>
        )}
      </fieldset>
      {isRefused && (
        <p role="alert" className="text-danger text-sm">
          {t('unfinished')}
        </p>
      )}
      <div className="flex gap-2">
        <Button type="submit" tone="primary" isPending={save.isPending}>
          {t('save')}
        </Button>
        <Button onPress={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
