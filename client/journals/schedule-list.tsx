import { newUuid } from '@atelier/shared/basics/uuid'
import { type PromptSchedule, type Rhythm, rhythms } from '@atelier/shared/journals/prompt-contract'
import { BellOff, BellPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useChange } from '../api/use-change'
import { useFormRequest } from '../api/use-form-request'
import { useFormat } from '../i18n/use-format'
import { useToday } from '../i18n/use-today'
import { Button } from '../ui/button'
import { DateField } from '../ui/date-field'
import { FormFrame } from '../ui/form-frame'
import { IconButton } from '../ui/icon-button'
import { Option, Select } from '../ui/select'
import { longDay } from './journal-days'
import { usePromptSets, useSetNamed } from './use-prompt-sets'

/** When one wants to be asked, and by which prompts. */
export function ScheduleList({ schedules }: { schedules: readonly PromptSchedule[] }) {
  const { t } = useTranslation('journals')
  const [isNew, setNew] = useState(false)
  return (
    <section aria-label={t('sets.schedules')} className="mt-8">
      <h3 className="mb-1 font-semibold">{t('sets.schedules')}</h3>
      {schedules.length === 0 && <p className="text-ink-soft">{t('sets.noSchedules')}</p>}
      <ul>
        {schedules.map((schedule) => (
          <ScheduleRow key={schedule.id} schedule={schedule} />
        ))}
      </ul>
      {isNew ? (
        <ScheduleForm onClose={() => setNew(false)} />
      ) : (
        <Button
          className="mt-3"
          icon={<BellPlus size={16} aria-hidden />}
          onPress={() => setNew(true)}
        >
          {t('sets.newSchedule')}
        </Button>
      )}
    </section>
  )
}

function ScheduleRow({ schedule }: { schedule: PromptSchedule }) {
  const { t } = useTranslation('journals')
  const { locale } = useFormat()
  const title = useSetNamed()(schedule.set)?.title ?? t('sets.gone')
  const stop = useChange(
    () =>
      ask(
        api.me['prompt-schedules'][':scheduleId'].$delete({ param: { scheduleId: schedule.id } }),
      ),
    { renews: [['journals', 'prompts']] },
  )
  return (
    <li className="flex items-center gap-1 border-line border-b py-2">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium" dir="auto">
          {title}
        </span>
        <span className="block text-ink-faint text-sm">
          {t('sets.next', {
            rhythm: t(`sets.rhythms.${schedule.rhythm}`),
            day: longDay(schedule.nextOn, locale),
          })}
        </span>
      </span>
      <IconButton label={t('sets.stop', { title })} onPress={() => stop.mutate(undefined)}>
        <BellOff size={15} aria-hidden />
      </IconButton>
    </li>
  )
}

function ScheduleForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('journals')
  const { shipped, own } = usePromptSets()
  const today = useToday()
  const [id] = useState(newUuid)
  const [set, setSet] = useState('week')
  const [rhythm, setRhythm] = useState<Rhythm>('week')
  const [on, setOn] = useState(today)
  const form = useFormRequest(
    () =>
      ask(api.me['prompt-schedules'].$post({ json: { id, set, rhythm, on, mentorshipId: null } })),
    { renews: [['journals', 'prompts']], done: onClose },
  )
  return (
    <FormFrame
      onSubmit={() => form.send(undefined)}
      fault={form.fault}
      errors={form.errors}
      className="mt-4 rounded-lg bg-sunken p-4"
    >
      <Select<string> label={t('sets.set')} value={set} onChange={setSet}>
        {[...own, ...shipped].map(({ source, title }) => (
          <Option key={source.set} id={source.set}>
            {title}
          </Option>
        ))}
      </Select>
      <div className="flex flex-wrap gap-4">
        <Select<Rhythm>
          label={t('sets.rhythm')}
          value={rhythm}
          onChange={setRhythm}
          className="flex-1 basis-40"
        >
          {rhythms.map((one) => (
            <Option key={one} id={one}>
              {t(`sets.rhythms.${one}`)}
            </Option>
          ))}
        </Select>
        <DateField
          label={t('sets.from')}
          value={on}
          onChange={(day) => day && setOn(day)}
          className="flex-1 basis-40"
        />
      </div>
      <div className="flex justify-end gap-2">
        <Button tone="quiet" onPress={onClose}>
          {t('sets.cancel')}
        </Button>
        <Button type="submit" isPending={form.isPending}>
          {t('sets.save')}
        </Button>
      </div>
    </FormFrame>
  )
}
