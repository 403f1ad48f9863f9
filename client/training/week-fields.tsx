import type { PlanItem } from '@atelier/shared/training/plan'
import {
  type Absence,
  absences,
  isEmptyWeek,
  longestWeekText,
  mostActivities,
} from '@atelier/shared/training/week-form'
import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { Option, Select } from '../ui/select'
import { TextArea } from '../ui/text-area'
import { ActivityFields } from './activity-fields'
import { WeekTotal } from './week-total'
import { hasUnread, type WrittenActivity, type WrittenWeek, written } from './written-week'

type Props = {
  plan: { items: readonly PlanItem[] }
  form: WrittenWeek
  isAddendum: boolean
  /** It has not begun yet. */
  isAhead: boolean
  onChange(form: WrittenWeek): void
}

/** Of which nothing more needs to be said. */
const wordless: readonly Absence[] = ['holiday', 'sick']

export function WeekFields({ plan, form, isAddendum, isAhead, onChange }: Props) {
  const { t } = useTranslation('training')
  const hasWords = !isEmptyWeek({ ...form, absence: 'none' }) || hasUnread(form)
  // Nothing is folded away under somebody's hands.
  const [shown, setShown] = useState<'wanted' | 'as-written' | 'no'>(hasWords ? 'as-written' : 'no')
  const isFolded = wordless.includes(form.absence) && !hasWords && shown === 'no'
  return (
    <div className="space-y-6">
      {!isAddendum && (
        <Select
          label={t('week.absence')}
          value={form.absence}
          onChange={(absence) => {
            setShown(hasWords ? 'as-written' : 'no')
            onChange({ ...form, absence })
          }}
          className="max-w-72"
        >
          {absences.map((one) => (
            <Option key={one} id={one}>
              {t(`week.absences.${one}`)}
            </Option>
          ))}
        </Select>
      )}
      {isFolded ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-ink-soft text-sm">
          <p>{t(isAhead ? 'week.nothingMoreAhead' : 'week.nothingMore')}</p>
          <Button size="small" onPress={() => setShown('wanted')}>
            {t('week.writeAllTheSame')}
          </Button>
        </div>
      ) : (
        <WeekWords plan={plan} form={form} onChange={onChange} startsHere={shown === 'wanted'} />
      )}
    </div>
  )
}

type WordsProps = Omit<Props, 'isAddendum' | 'isAhead'> & { startsHere: boolean }

function WeekWords({ plan, form, onChange, startsHere }: WordsProps) {
  const { t } = useTranslation('training')
  const { activities } = form
  const put = (change: Partial<WrittenWeek>) => onChange({ ...form, ...change })
  const putActivity = (id: number, change: Partial<WrittenActivity>) =>
    put({ activities: activities.map((row) => (row.id === id ? { ...row, ...change } : row)) })
  const [added, setAdded] = useState<number | null>(null)
  const [removed, setRemoved] = useState<number | null>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  // It may have been disabled until then.
  useEffect(() => {
    if (removed !== null) addButton.current?.focus()
  }, [removed])
  return (
    <>
      <TextArea
        label={t('week.text')}
        value={form.text}
        onChange={(text) => put({ text })}
        maxLength={longestWeekText}
        rows={5}
        autoFocus={startsHere}
      />
      <fieldset>
        <legend className="mb-2 font-medium text-sm">{t('week.activities')}</legend>
        <ul className="space-y-3">
          {activities.map((row, nth) => (
            <li key={row.id}>
              <ActivityFields
                nth={nth + 1}
                row={row}
                items={plan.items}
                isNew={row.id === added}
                onChange={(change) => putActivity(row.id, change)}
                onRemove={() => {
                  put({ activities: activities.filter(({ id }) => id !== row.id) })
                  setRemoved(row.id)
                }}
              />
            </li>
          ))}
        </ul>
        <div className="mt-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <Button
            ref={addButton}
            icon={<Plus aria-hidden size={16} />}
            isDisabled={activities.length >= mostActivities}
            onPress={() => {
              const row = written({ words: '', minutes: 0, items: [] })
              setAdded(row.id)
              put({ activities: [...activities, row] })
            }}
          >
            {t('week.add')}
          </Button>
          <WeekTotal of={activities} />
        </div>
      </fieldset>
    </>
  )
}
