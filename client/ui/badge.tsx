import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { personColour, personTint } from './palette'

const tones = {
  neutral: 'bg-hover text-ink-soft',
  accent: 'bg-accent-soft text-accent',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
  outline: 'border border-line text-ink-soft',
}

/** A word or two about a thing: its state, its role. */
export function Badge(props: { tone?: keyof typeof tones; icon?: ReactNode; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-flex h-5.5 max-w-full items-center gap-1 rounded-full px-2 font-medium text-xs',
        tones[props.tone ?? 'neutral'],
      )}
    >
      {props.icon}
      <span className="truncate">{props.children}</span>
    </span>
  )
}

/** A label in one of the ten palette colours. */
export function Chip({ colour, children }: { colour: string; children: ReactNode }) {
  return (
    <span
      className="inline-flex h-5.5 max-w-full items-center rounded-full px-2 font-medium text-xs"
      style={{ background: personTint(colour), color: personColour(colour) }}
    >
      <span className="truncate">{children}</span>
    </span>
  )
}

/** Somebody is here now. Give the words for it beside the dot. */
export const LiveDot = () => (
  <span aria-hidden className="inline-block size-2 shrink-0 rounded-full bg-live" />
)
