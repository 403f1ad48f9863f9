import { newUuid } from '@atelier/shared/basics/uuid'
import type { MentoringSession } from '@atelier/shared/mentorships/mentoring'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormRequest } from '../../api/use-form-request'
import { today } from '../../i18n/use-today'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { Dialog, DialogFoot } from '../../ui/dialog'
import { FormFrame } from '../../ui/form-frame'
import { Option, Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'
import { mentoringRequests } from '../mentoring-requests'
import { dayAndTime, momentAt } from './session-times'

const lengths = ['15', '30', '45', '60', '90', '120']

/** `session` is null for a new one. */
type Props = { mentorshipId: string; session: MentoringSession | null; onClose(): void }

/** When they meet, in the reader's own time. */
export function SessionDialog({ mentorshipId, session, onClose }: Props) {
  const { t } = useTranslation('mentorships')
  const [values, setValues] = useState<{ day: string | null; time: string; minutes: number }>(
    session
      ? { ...dayAndTime(session.startsAt), minutes: session.minutes }
      : { day: today(), time: '10:00', minutes: 60 },
  )
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change })
  const [id] = useState(session?.id ?? newUuid())
  const { renews, putSession } = mentoringRequests(mentorshipId)
  const form = useFormRequest(putSession, { renews, done: onClose })
  const { minutes } = values
  const startsAt = momentAt(values.day, values.time)
  const known = lengths.includes(String(minutes))
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => open || onClose()}
      title={t(session ? 'sessions.move' : 'sessions.plan')}
      description={t('sessions.planWords')}
    >
      <FormFrame
        onSubmit={() => startsAt && form.send({ id, startsAt, minutes })}
        fault={form.fault}
        errors={form.errors}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <DateField
            label={t('sessions.day')}
            value={values.day}
            onChange={(day) => set({ day })}
            error={form.errors.startsAt}
            autoFocus
          />
          <TextField
            label={t('sessions.time')}
            type="time"
            value={values.time}
            onChange={(time) => set({ time })}
          />
        </div>
        <Select
          label={t('sessions.length')}
          value={String(minutes)}
          onChange={(count) => set({ minutes: Number(count) })}
        >
          {[...lengths, ...(known ? [] : [String(minutes)])].map((count) => (
            <Option key={count} id={count}>
              {t('sessions.minutes', { count: Number(count) })}
            </Option>
          ))}
        </Select>
        <DialogFoot>
          <Button tone="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button
            tone="primary"
            type="submit"
            isDisabled={startsAt === null}
            isPending={form.isPending}
          >
            {t(session ? 'save' : 'sessions.plan')}
          </Button>
        </DialogFoot>
      </FormFrame>
    </Dialog>
  )
}
