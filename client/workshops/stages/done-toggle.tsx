import type { Stage } from '@atelier/shared/workshops/stage'
import type { Participant, Seat, WorkshopPage } from '@atelier/shared/workshops/workshop'
import { Check } from 'lucide-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-change'
import { buttonClass } from '../../ui/button'
import { changeSeat } from '../workshop-records'

type Props = { page: WorkshopPage; me: Seat; stage: Stage }

/** Says to all that one needs no more time. */
export function DoneToggle({ page, me, stage }: Props) {
  const { t } = useTranslation('workshops')
  const { mutate, variables, isPending } = useChange(
    (isDone: boolean) => changeSeat(page.id, { doneStageId: isDone ? stage.id : null }),
    {
      renews: [
        ['workshop', page.id],
        ['workshop-people', page.id],
      ],
    },
  )
  const isDone = isPending ? variables : me.doneStageId === stage.id
  return (
    <ToggleButton
      isSelected={isDone}
      onChange={mutate}
      className={buttonClass(isDone ? 'primary' : 'secondary')}
    >
      <Check size={16} aria-hidden />
      {t(isDone ? 'done.yes' : 'done.no')}
    </ToggleButton>
  )
}

/** How many are done of those who are in. */
export function DoneCount({ people }: { people: readonly Participant[] }) {
  const { t } = useTranslation('workshops')
  const seated = people.filter(({ state }) => state === 'in')
  const done = seated.filter((one) => one.done).length
  return (
    <span role="status" className="text-ink-soft text-sm tabular-nums">
      {t('done.count', { done, all: seated.length })}
    </span>
  )
}
