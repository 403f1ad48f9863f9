import type { WeekState } from '@atelier/shared/training/week-state'
import { Check, CheckCheck, Circle, CircleDashed, Dot, Minus, Send, Undo2 } from 'lucide-react'
import { classNames } from '../ui/class-names'

const looks: Record<WeekState, { icon: typeof Check; class: string }> = {
  ahead: { icon: Dot, class: 'border-line border-dashed text-ink-faint' },
  now: { icon: Circle, class: 'border-line-strong text-ink-soft' },
  gap: { icon: CircleDashed, class: 'border-warning bg-warning-soft text-warning' },
  away: { icon: Minus, class: 'border-line bg-hover text-ink-faint' },
  returned: { icon: Undo2, class: 'border-danger bg-danger-soft text-danger' },
  submitted: { icon: Send, class: 'border-accent text-accent' },
  'half-signed': { icon: Check, class: 'border-accent bg-accent-soft text-accent' },
  signed: { icon: CheckCheck, class: 'border-accent bg-accent text-on-accent' },
}

/** How a week stands, by its shape as well as by its colour; the words stand beside it. */
export function WeekMark({ state, className }: { state: WeekState; className?: string }) {
  const { icon: Icon, class: look } = looks[state]
  return (
    <span
      aria-hidden
      className={classNames(
        'inline-flex size-8 shrink-0 items-center justify-center rounded-md border pointer-coarse:size-11',
        look,
        className,
      )}
    >
      <Icon size={15} />
    </span>
  )
}
