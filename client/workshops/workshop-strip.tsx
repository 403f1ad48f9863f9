import type { Participant, WorkshopPage } from '@atelier/shared/workshops/workshop'
import { CloudOff, PanelLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../ui/badge'
import { IconButton } from '../ui/icon-button'
import { setAgendaOpen, useAgendaIsOpen } from './stages/agenda-open'
import { AgendaSheet } from './stages/agenda-sheet'
import { DoneCount } from './stages/done-toggle'
import type { StageShown } from './stages/use-stage-shown'
import { TimerBadge } from './timer/timer-badge'

type Props = {
  page: WorkshopPage
  people: readonly Participant[]
  shown: StageShown
  isAway: boolean
}

/** Above the stage, at every width: where one is, and how long it lasts. */
export function WorkshopStrip({ page, people, shown, isAway }: Props) {
  const { t } = useTranslation('workshops')
  const isAgendaOpen = useAgendaIsOpen()
  return (
    <div className="flex h-12 shrink-0 items-center gap-2 border-line border-b px-3">
      <IconButton
        label={t(isAgendaOpen ? 'agenda.hide' : 'agenda.show')}
        aria-expanded={isAgendaOpen}
        onPress={() => setAgendaOpen(!isAgendaOpen)}
        className="max-lg:hidden"
      >
        <PanelLeft size={17} />
      </IconButton>
      <AgendaSheet page={page} shown={shown} />
      {isAway && (
        <Badge tone="warning" icon={<CloudOff size={13} aria-hidden />}>
          {t('strip.away')}
        </Badge>
      )}
      <span className="flex-1" />
      {shown.stage?.kind === 'ideate' && page.state === 'open' && (
        <span className="max-sm:hidden">
          <DoneCount people={people} />
        </span>
      )}
      <TimerBadge timer={page.state === 'open' ? page.timer : null} />
    </div>
  )
}
