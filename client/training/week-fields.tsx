import type { PlanItem } from '@atelier/shared/training/plan'
import {
  type Activity,
  absences,
  longestActivity,
  longestWeekText,
  mostActivities,
  type WeekForm,
} from '@atelier/shared/training/week-form'
import { Plus, X } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem } from '../ui/menu'
import { Option, Select } from '../ui/select'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'
import { HoursField } from './hours-field'

type Props = {
  plan: { items: readonly PlanItem[] }
  form: WeekForm
  isAddendum: boolean
  onChange(form: WeekForm): void
}

export function WeekFields({ plan, form, isAddendum, onChange }: Props) {
  const { t } = useTranslation('training')
  const { activities } = form
  const put = (change: Partial<WeekForm>) => onChange({ ...form, ...change })
  const putActivity = (nth: number, change: Partial<Activity>) =>
    put({ activities: activities.map((row, at) => (at === nth ? { ...row, ...change } : row)) })
  return (
    <div className="space-y-6">
      {!isAddendum && (
        <Select
          label={t('week.absence')}
          value={form.absence}
          onChange={(absence) => put({ absence })}
          className="max-w-72"
        >
          {absences.map((one) => (
            <Option key={one} id={one}>
              {t(`week.absences.${one}`)}
            </Option>
          ))}
        </Select>
      )}
      <TextArea
        label={t('week.text')}
        value={form.text}
        onChange={(text) => put({ text })}
        maxLength={longestWeekText}
        rows={5}
      />
      <fieldset>
        <legend className="mb-2 font-medium text-sm">{t('week.activities')}</legend>
        <ul className="space-y-3">
          {activities.map((row, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by where it stands
            <li key={nth}>
              <OneActivity
                nth={nth + 1}
                row={row}
                items={plan.items}
                onChange={(change) => putActivity(nth, change)}
                onRemove={() => put({ activities: activities.filter((_, at) => at !== nth) })}
              />
            </li>
          ))}
        </ul>
        <Button
          className="mt-3"
          icon={<Plus aria-hidden size={16} />}
          isDisabled={activities.length >= mostActivities}
          onPress={() => put({ activities: [...activities, { words: '', minutes: 0, items: [] }] })}
        >
          {t('week.add')}
        </Button>
      </fieldset>
    </div>
  )
}

type RowProps = {
  nth: number
  row: Activity
  items: readonly PlanItem[]
  onChange(change: Partial<Activity>): void
  onRemove(): void
}

function OneActivity({ nth, row, items, onChange, onRemove }: RowProps) {
  const { t } = useTranslation('training')
  return (
    <div className="rounded-lg border border-line p-3">
      <div className="flex flex-wrap items-start gap-2">
        <TextField
          hideLabel
          label={t('week.activity', { nth })}
          placeholder={t('week.activity', { nth })}
          value={row.words}
          onChange={(words) => onChange({ words })}
          maxLength={longestActivity}
          className="min-w-0 flex-1 basis-56"
        />
        <HoursField minutes={row.minutes} onChange={(minutes) => onChange({ minutes })} />
        <IconButton label={t('week.remove', { nth })} onPress={onRemove} className="size-10">
          <X size={17} />
        </IconButton>
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-1.5">
        <MenuTrigger>
          <Button size="small" tone="quiet">
            {t('week.items')}
          </Button>
          <Menu
            selectionMode="multiple"
            selectedKeys={row.items}
            onSelectionChange={(keys) =>
              onChange({
                items: items
                  .map(({ code }) => code)
                  .filter((code) => keys === 'all' || keys.has(code))
                  .slice(0, 20),
              })
            }
          >
            {items.map(({ code, title }) => (
              <MenuItem key={code} id={code} textValue={`${code} ${title}`}>
                {code} {title}
              </MenuItem>
            ))}
          </Menu>
        </MenuTrigger>
        {row.items.map((code) => (
          <span key={code} className="rounded-full bg-hover px-2 py-0.5 text-ink-soft text-xs">
            {code} {items.find((one) => one.code === code)?.title}
          </span>
        ))}
      </div>
    </div>
  )
}
