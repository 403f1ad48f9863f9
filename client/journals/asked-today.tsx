import type { PromptSchedule } from '@atelier/shared/journals/prompt-contract'
import { Bell } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useChange } from '../api/use-change'
import { useToday } from '../i18n/use-today'
import { Button } from '../ui/button'
import { toast } from '../ui/toast'
import { useBeginEntry } from './begin-entry'
import { useOwnPrompts } from './journal-records'
import { useSetNamed } from './use-prompt-sets'

/** By which prompts one wanted to be asked today: to be written, or left, and nothing piles up. */
export function AskedToday() {
  const today = useToday()
  const { data } = useOwnPrompts()
  const due = data?.schedules.filter(({ nextOn }) => nextOn <= today) ?? []
  return due.map((schedule) => <Asked key={schedule.id} schedule={schedule} today={today} />)
}

function Asked({ schedule, today }: { schedule: PromptSchedule; today: string }) {
  const { t } = useTranslation('journals')
  const set = useSetNamed()(schedule.set)
  const pass = useChange(
    () =>
      ask(
        api.me['prompt-schedules'][':scheduleId'].pass.$post({
          param: { scheduleId: schedule.id },
          json: { on: today },
        }),
      ),
    { renews: [['journals', 'prompts']] },
  )
  // Not before: what could not be begun is asked for still.
  const begin = useBeginEntry(() => pass.mutate(undefined))
  if (!set) return null
  const isUnderWay = begin.isPending || pass.isPending
  const write = () =>
    begin.mutate({
      ...{ mentorshipId: schedule.mentorshipId, title: set.title },
      ...{ begunWith: set.source, prompts: set.prompts },
    })
  const skip = () =>
    pass.mutate(undefined, { onSuccess: () => toast({ text: t('asked.skipped') }) })
  return (
    <section aria-label={t('asked.title')} className="journal-asked">
      <Bell size={17} aria-hidden className="mt-0.5 shrink-0 text-accent" />
      <div className="min-w-0 flex-1 basis-56">
        <h2 className="text-ink-soft text-sm">{t('asked.title')}</h2>
        <p className="font-semibold" dir="auto">
          {set.title}
        </p>
        <p className="text-ink-soft text-sm" dir="auto">
          {set.prompts[0]}
        </p>
      </div>
      <div className="flex gap-2">
        <Button tone="quiet" size="small" isDisabled={isUnderWay} onPress={skip}>
          {t('asked.skip')}
        </Button>
        <Button size="small" isDisabled={isUnderWay} onPress={write}>
          {t('asked.write')}
        </Button>
      </div>
    </section>
  )
}
