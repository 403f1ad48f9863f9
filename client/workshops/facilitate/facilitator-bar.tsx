import { type Stage, wordsIn } from '@atelier/shared/workshops/stage'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { ArrowLeft, ArrowRight, Eye, Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { useNarrow } from '../../ui/use-narrow'
import { neighbours } from '../stages/neighbours'
import type { StageShown } from '../stages/use-stage-shown'
import { TimerControls } from '../timer/timer-controls'
import { EndWorkshop } from './end-workshop'
import { useGoTo, useReveal } from './use-facilitating'

type Props = { page: WorkshopPage; shown: StageShown }

/** What moves everybody: back, next, the timer, and what the stage itself asks for. */
export function FacilitatorBar({ page, shown }: Props) {
  const { stage, everybodyAt } = shown
  if (!everybodyAt) return <Begin page={page} />
  if (stage && stage.id !== everybodyAt.id) return <Elsewhere page={page} shown={shown} />
  return (
    <>
      <TimerControls page={page} minutes={everybodyAt.minutes} />
      {everybodyAt.kind === 'ideate' && !everybodyAt.revealedAt && !revealsNext(page) && (
        <Reveal page={page} stage={everybodyAt} />
      )}
      <Steps page={page} />
    </>
  )
}

function Begin({ page }: { page: WorkshopPage }) {
  const { t } = useTranslation('workshops')
  const { mutate, isPending } = useGoTo(page)
  const { after } = neighbours(page)
  if (!after) return null
  return (
    <Button
      tone="primary"
      icon={<Play size={16} />}
      isPending={isPending}
      onPress={() => mutate(after.id)}
    >
      {t('stage.begin')}
    </Button>
  )
}

/** Ahead of the others, or behind them: only this screen is. */
function Elsewhere({ page, shown: { stage, look } }: Props) {
  const { t } = useTranslation('workshops')
  const { mutate, isPending } = useGoTo(page)
  if (!stage) return null
  return (
    <>
      <Button onPress={() => look?.(null)}>{t('stage.backToAll')}</Button>
      <Button tone="primary" isPending={isPending} onPress={() => mutate(stage.id)}>
        {t('stage.bringAll')}
      </Button>
    </>
  )
}

/** Then going on is the reveal. */
const revealsNext = (page: WorkshopPage) => neighbours(page).after?.kind === 'reveal'

function Reveal({ page, stage }: { page: WorkshopPage; stage: Stage }) {
  const { t } = useTranslation('workshops')
  const { mutate, isPending } = useReveal(page.id)
  return (
    <Button icon={<Eye size={16} />} isPending={isPending} onPress={() => mutate(stage.id)}>
      {t('stage.reveal')}
    </Button>
  )
}

function Steps({ page }: { page: WorkshopPage }) {
  const { t, i18n } = useTranslation('workshops')
  const { mutate, isPending } = useGoTo(page)
  const isNarrow = useNarrow()
  const { before, after } = neighbours(page)
  const named = (stage: Stage) => wordsIn(stage.title, i18n.language)
  return (
    <div className="flex min-w-0 items-center gap-1">
      {before && (
        <IconButton
          label={t('stage.back', { stage: named(before) })}
          onPress={() => mutate(before.id)}
        >
          <ArrowLeft size={18} />
        </IconButton>
      )}
      {after ? (
        <Button
          tone="primary"
          className="min-w-0 shrink"
          aria-label={t('stage.next', { stage: named(after) })}
          isPending={isPending}
          onPress={() => mutate(after.id)}
        >
          <span className="max-w-48 truncate">
            {isNarrow ? t('stage.nextShort') : named(after)}
          </span>
          <ArrowRight size={16} aria-hidden className="shrink-0" />
        </Button>
      ) : (
        <EndWorkshop page={page} />
      )}
    </div>
  )
}
