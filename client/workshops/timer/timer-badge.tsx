import type { Timer } from '@atelier/shared/workshops/workshop'
import { Pause, Timer as TimerIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format'
import { LiveRegion, useAnnouncer } from '../../ui/announcer'
import { classNames } from '../../ui/class-names'
import { chime } from './chime'
import { clockFace, type TimerSight } from './timer-clock'
import { useTimer } from './use-timer'

/** What is left, at every width: a ring that empties, and the time in figures. Says aloud the half, the last minute, the end. */
export function TimerBadge({ timer }: { timer: Timer | null }) {
  const { t } = useTranslation('workshops')
  const { announce, said } = useAnnouncer()
  const sight = useTimer(timer, (call) => {
    announce(t(`timer.calls.${call}`))
    if (call === 'end') chime()
  })
  return (
    <>
      {sight && <TimerFace sight={sight} />}
      <LiveRegion said={said} />
    </>
  )
}

const lastMinuteMs = 60_000

function TimerFace({ sight }: { sight: TimerSight }) {
  const { t } = useTranslation('workshops')
  const spoken = useSpoken(sight.leftMs)
  const { state, leftMs } = sight
  const isNear = state === 'running' && leftMs <= lastMinuteMs
  const name = state === 'over' ? t('timer.over') : t(`timer.${state}`, { left: spoken })
  return (
    <span
      role="timer"
      aria-label={name}
      data-timer={state}
      className={classNames(
        'inline-flex h-8 items-center gap-2 rounded-full px-2.5 font-semibold text-base tabular-nums',
        state === 'over' && 'bg-danger-soft text-danger',
        isNear && 'bg-warning-soft text-warning',
        state === 'running' && !isNear && 'bg-accent-soft text-accent',
        state === 'paused' && 'bg-hover text-ink-soft',
      )}
    >
      <Ring sight={sight} />
      {clockFace(leftMs)}
    </span>
  )
}

const round = 2 * Math.PI * 7

function Ring({ sight: { state, leftMs, totalMs } }: { sight: TimerSight }) {
  if (state === 'over') return <TimerIcon size={16} aria-hidden />
  if (state === 'paused') return <Pause size={16} aria-hidden />
  const share = totalMs > 0 ? Math.min(1, leftMs / totalMs) : 0
  return (
    <svg viewBox="0 0 18 18" className="-rotate-90 size-4" fill="none" strokeWidth="3" aria-hidden>
      <circle cx="9" cy="9" r="7" stroke="currentColor" opacity="0.25" />
      <circle
        cx="9"
        cy="9"
        r="7"
        stroke="currentColor"
        strokeDasharray={`${round * share} ${round}`}
      />
    </svg>
  )
}

/** “4 minutes, 10 seconds”. */
function useSpoken(leftMs: number): string {
  const { locale } = useFormat()
  const seconds = Math.ceil(leftMs / 1000)
  const say = (unit: 'minute' | 'second', count: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
  const parts = [
    ...(seconds >= 60 ? [say('minute', Math.floor(seconds / 60))] : []),
    ...(seconds % 60 || seconds === 0 ? [say('second', seconds % 60)] : []),
  ]
  return parts.join(', ')
}
