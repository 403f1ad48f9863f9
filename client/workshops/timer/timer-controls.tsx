import type { ChangeTimer, WorkshopPage } from '@atelier/shared/workshops/workshop'
import { Pause, Play, Plus, Square } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-change'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { changeTimer } from '../workshop-records'
import { useTimer } from './use-timer'

const usualMinutes = 5

/** Of whoever facilitates: begin, a minute more, pause, stop. */
export function TimerControls({ page, minutes }: { page: WorkshopPage; minutes: number | null }) {
  const { t } = useTranslation('workshops')
  const sight = useTimer(page.timer)
  const { mutate } = useChange((act: ChangeTimer) => changeTimer(page.id, act), {
    renews: [['workshop', page.id]],
  })
  const isOver = sight?.state === 'over'
  if (!page.timer || !sight) {
    const length = minutes ?? usualMinutes
    return (
      <Button
        icon={<Play size={15} />}
        onPress={() => mutate({ act: 'start', seconds: length * 60 })}
      >
        {t('timer.start', { count: length })}
      </Button>
    )
  }
  return (
    <div className="flex items-center gap-1">
      <Button icon={<Plus size={15} />} onPress={() => mutate(moreOf(isOver))}>
        {t('timer.more')}
      </Button>
      {!isOver && (
        <IconButton
          label={t(sight.state === 'paused' ? 'timer.resume' : 'timer.pause')}
          onPress={() => mutate({ act: sight.state === 'paused' ? 'resume' : 'pause' })}
        >
          {sight.state === 'paused' ? <Play size={17} /> : <Pause size={17} />}
        </IconButton>
      )}
      <IconButton label={t('timer.stop')} onPress={() => mutate({ act: 'stop' })}>
        <Square size={16} />
      </IconButton>
    </div>
  )
}

/** What is over begins anew with the minute that is added: else one that ended long ago would stay ended. */
const moreOf = (isOver: boolean): ChangeTimer =>
  isOver ? { act: 'start', seconds: 60 } : { act: 'add', seconds: 60 }
