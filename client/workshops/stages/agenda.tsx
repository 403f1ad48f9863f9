import { type Stage, wordsIn } from '@atelier/shared/workshops/stage'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { Check } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../ui/class-names'
import { stageIcons } from './stage-icons'
import type { StageShown } from './use-stage-shown'

type Props = { page: WorkshopPage; shown: StageShown; onChosen?: () => void }

/** All stages in their order: what is over, where everybody is, and what this screen shows. */
export function Agenda({ page, shown, onChosen }: Props) {
  const { t } = useTranslation('workshops')
  const at = page.stages.findIndex(({ id }) => id === page.stageId)
  return (
    <ol aria-label={t('agenda.title')} className="grid gap-0.5">
      {page.stages.map((stage, place) => (
        <AgendaRow
          key={stage.id}
          stage={stage}
          isOver={page.state === 'ended' || place < at}
          isNow={page.state === 'open' && place === at}
          shown={shown}
          onChosen={onChosen}
        />
      ))}
    </ol>
  )
}

type RowProps = {
  stage: Stage
  isOver: boolean
  isNow: boolean
  shown: StageShown
  onChosen?: () => void
}

function AgendaRow({ stage, isOver, isNow, shown, onChosen }: RowProps) {
  const { look } = shown
  const isShown = shown.stage?.id === stage.id
  const face = <RowFace stage={stage} isOver={isOver} isNow={isNow} />
  const looks = classNames(
    'flex min-h-10 w-full items-center gap-3 rounded-md px-2 py-1.5 text-start text-sm',
    isShown ? 'bg-accent-soft text-ink' : isOver ? 'text-ink-faint' : 'text-ink-soft',
  )
  const choose = () => {
    look?.(isNow ? null : stage.id)
    onChosen?.()
  }
  return (
    <li aria-current={isNow ? 'step' : undefined}>
      {look ? (
        <Button
          onPress={choose}
          aria-pressed={isShown}
          className={classNames(looks, 'cursor-pointer', !isShown && 'data-hovered:bg-hover')}
        >
          {face}
        </Button>
      ) : (
        <span className={looks}>{face}</span>
      )}
    </li>
  )
}

function RowFace({ stage, isOver, isNow }: Pick<RowProps, 'stage' | 'isOver' | 'isNow'>) {
  const { t, i18n } = useTranslation('workshops')
  const Icon = isOver ? Check : stageIcons[stage.kind]
  return (
    <>
      <Icon size={16} aria-hidden className={classNames('shrink-0', isNow && 'text-accent')} />
      <span className="min-w-0 flex-1">
        <span className={classNames('block', isNow && 'font-semibold')}>
          {wordsIn(stage.title, i18n.language)}
        </span>
        {isNow && <span className="block text-accent text-xs">{t('agenda.now')}</span>}
        {isOver && <span className="sr-only">{t('agenda.over')}</span>}
      </span>
      {stage.minutes !== null && (
        <span className="shrink-0 text-ink-faint text-xs tabular-nums">
          {t('agenda.minutes', { count: stage.minutes })}
        </span>
      )}
    </>
  )
}
