import { newUuid } from '@atelier/shared/basics/uuid'
import type { FollowUp } from '@atelier/shared/mentorships/mentoring'
import type { MentorshipPage } from '@atelier/shared/mentorships/mentorship'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { useFormRequest } from '../api/use-form-request'
import { Button } from '../ui/button'
import { DateField } from '../ui/date-field'
import { Dialog, DialogFoot } from '../ui/dialog'
import { FormFrame } from '../ui/form-frame'
import { Option, Select } from '../ui/select'
import { TextField } from '../ui/text-field'
import { mentoringRequests } from './mentoring-requests'
import { peopleNowIn } from './standing'

type Props = {
  page: MentorshipPage
  /** Null for a new one. */
  followUp: FollowUp | null
  /** From which session a new one follows. */
  sessionId: string | null
  onClose(): void
}

export function FollowUpDialog({ page, followUp, sessionId, onClose }: Props) {
  const { t } = useTranslation('mentorships')
  const { id: me } = useMe()
  const [values, setValues] = useState({
    id: followUp?.id ?? newUuid(),
    words: followUp?.words ?? '',
    ownerId: followUp?.ownerId ?? me,
    due: followUp?.due ?? null,
    sessionId: followUp ? followUp.sessionId : sessionId,
  })
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change })
  const { renews, putFollowUp } = mentoringRequests(page.id)
  const form = useFormRequest(putFollowUp, { renews, done: onClose })
  const isEmpty = values.words.trim() === ''
  return (
    <Dialog
      isOpen
      isDismissable={values.words === (followUp?.words ?? '')}
      onOpenChange={(open) => open || onClose()}
      title={t(followUp ? 'followUps.edit' : 'followUps.add')}
    >
      <FormFrame
        onSubmit={() => isEmpty || form.send(values)}
        fault={form.fault}
        errors={form.errors}
      >
        <TextField
          autoFocus
          isRequired
          label={t('followUps.words')}
          placeholder={t('followUps.example')}
          value={values.words}
          onChange={(words) => set({ words })}
          maxLength={500}
          error={form.errors.words}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            label={t('followUps.owner')}
            value={values.ownerId}
            onChange={(ownerId) => set({ ownerId })}
            error={form.errors.ownerId}
          >
            {peopleNowIn(page).map(({ id, name }) => (
              <Option key={id} id={id}>
                {id === me ? t('followUps.me', { name }) : name}
              </Option>
            ))}
          </Select>
          <DateField
            label={t('due.field')}
            value={values.due}
            onChange={(due) => set({ due })}
            error={form.errors.due}
          />
        </div>
        <DialogFoot>
          <Button tone="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button tone="primary" type="submit" isDisabled={isEmpty} isPending={form.isPending}>
            {t(followUp ? 'save' : 'followUps.keep')}
          </Button>
        </DialogFoot>
      </FormFrame>
    </Dialog>
  )
}
