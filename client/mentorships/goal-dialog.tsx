import { newUuid } from '@atelier/shared/basics/uuid'
import type { Goal } from '@atelier/shared/mentorships/mentoring'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mentorshipsKey } from '../api/mentorship-records'
import { useFormRequest } from '../api/use-form-request'
import { Button } from '../ui/button'
import { DateField } from '../ui/date-field'
import { Dialog, DialogFoot } from '../ui/dialog'
import { FormFrame } from '../ui/form-frame'
import { TextField } from '../ui/text-field'
import { addGoal, changeGoal } from './to-dos/to-do-requests'

type Props = {
  /** Null for a new one. */
  goal: Goal | null
  /** In which its people read a new one; null for oneself alone. */
  mentorshipId: string | null
  onClose(): void
}

export function GoalDialog({ goal, mentorshipId, onClose }: Props) {
  const { t } = useTranslation('mentorships')
  const [values, setValues] = useState({
    id: goal?.id ?? newUuid(),
    title: goal?.title ?? '',
    due: goal?.due ?? null,
  })
  const form = useFormRequest(
    (json: typeof values) => (goal ? changeGoal(json) : addGoal({ ...json, mentorshipId })),
    { renews: [mentorshipsKey], done: onClose },
  )
  const isShared = (goal?.mentorshipId ?? mentorshipId) !== null
  const isEmpty = values.title.trim() === ''
  return (
    <Dialog
      isOpen
      isDismissable={values.title === (goal?.title ?? '')}
      onOpenChange={(open) => open || onClose()}
      title={t(goal ? 'goals.edit' : 'goals.add')}
      description={t(isShared ? 'goals.intro' : 'goals.introAlone')}
    >
      <FormFrame
        onSubmit={() => isEmpty || form.send(values)}
        fault={form.fault}
        errors={form.errors}
      >
        <TextField
          autoFocus
          isRequired
          label={t('goals.words')}
          placeholder={t('goals.example')}
          value={values.title}
          onChange={(title) => setValues({ ...values, title })}
          maxLength={500}
          error={form.errors.title}
        />
        <DateField
          label={t('due.field')}
          value={values.due}
          onChange={(due) => setValues({ ...values, due })}
          error={form.errors.due}
        />
        <DialogFoot>
          <Button tone="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button tone="primary" type="submit" isDisabled={isEmpty} isPending={form.isPending}>
            {t(goal ? 'save' : 'goals.keep')}
          </Button>
        </DialogFoot>
      </FormFrame>
    </Dialog>
  )
}
