import { newUuid } from '@atelier/shared/basics/uuid'
import {
  longestOutcome,
  type Outcome,
  type OutcomeLevel,
  outcomeLevels,
} from '@atelier/shared/outcomes/outcome'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import { Option, Select } from '../ui/select'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'
import { useAddOutcome, useChangeOutcome } from './outcome-records'

/** `outcome` is null for a new one. */
type Props = { projectId: string; outcome: Outcome | null; onClose(): void }

export function OutcomeDialog({ projectId, outcome, onClose }: Props) {
  const { t } = useTranslation('outcomes')
  const add = useAddOutcome(projectId, onClose)
  const change = useChangeOutcome(projectId, onClose)
  const [values, setValues] = useState(() => ({
    id: outcome?.id ?? newUuid(),
    name: outcome?.name ?? '',
    level: outcome?.level ?? ('alone' as OutcomeLevel),
    description: outcome?.description ?? '',
  }))
  const set = (some: Partial<typeof values>) => setValues({ ...values, ...some })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (values.name.trim() === '') return
    if (outcome) change.mutate(values)
    else add.mutate(values)
  }
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={(open) => open || onClose()}
      title={t(outcome ? 'form.edit' : 'form.new')}
    >
      <form onSubmit={submit} className="grid gap-4">
        <TextField
          autoFocus
          isRequired
          label={t('form.name')}
          placeholder={t('form.nameExample')}
          value={values.name}
          onChange={(name) => set({ name })}
          maxLength={longestOutcome.name}
        />
        <Select<OutcomeLevel>
          label={t('form.level')}
          value={values.level}
          onChange={(level) => set({ level })}
        >
          {outcomeLevels.map((level) => (
            <Option key={level} id={level} hint={t(`levelHints.${level}`)}>
              {t(`levels.${level}`)}
            </Option>
          ))}
        </Select>
        <TextArea
          label={t('form.description')}
          description={t('form.optional')}
          value={values.description}
          onChange={(description) => set({ description })}
          maxLength={longestOutcome.description}
        />
        <DialogFoot>
          <Button tone="primary" type="submit" isPending={add.isPending || change.isPending}>
            {t(outcome ? 'form.save' : 'form.add')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
