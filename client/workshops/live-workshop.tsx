/** A workshop from within: the same for members in the shell, and for guests in a frame of their own. */
import { roomName } from '@atelier/shared/sync/room-name'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { type ReactNode, useEffect } from 'react'
import { LeaveGuard } from '../sync/leave-guard'
import { RoomClosed } from '../sync/room-closed'
import { SaveBadge } from '../sync/save-badge'
import { useRoom } from '../sync/use-room'
import { useWorkshopKeys } from './facilitate/use-workshop-keys'
import { WorkshopMenu } from './facilitate/workshop-menu'
import { FacesButton } from './people/faces-button'
import { usePeopleNow } from './people/use-people-now'
import { Dock } from './stages/dock'
import { SideAgenda } from './stages/side-agenda'
import { StageView } from './stages/stage-view'
import { useStageNews } from './stages/use-stage-news'
import { useStageShown } from './stages/use-stage-shown'
import { WithPad } from './stages/with-pad'
import { readyChime } from './timer/chime'
import { WorkshopStrip } from './workshop-strip'

type Props = {
  page: WorkshopPage
  /** Whether what is shown may be old: the server did not answer. */
  isAway: boolean
  /** Where faces, what is stored and the menu belong. */
  header(parts: ReactNode): ReactNode
  onLeave?: () => void
}

export function LiveWorkshop(props: Props) {
  const { page, isAway, header, onLeave } = props
  const wall = useRoom(roomName('workshop', page.id))
  const people = usePeopleNow(page.id, wall)
  const shown = useStageShown(page)
  const news = useStageNews(shown.stage)
  useEffect(readyChime, [])
  useWorkshopKeys(page)
  if (wall.kind === 'closed') return <RoomClosed state={wall} />
  return (
    <WithPad page={page}>
      {(pad) => (
        <div className="flex h-full min-h-0 flex-col">
          <LeaveGuard states={pad ? [wall, pad] : [wall]} />
          {header(
            <>
              <FacesButton page={page} people={people} />
              {wall.kind === 'open' && <SaveBadge saving={wall.saving} />}
              <WorkshopMenu page={page} onLeave={onLeave} />
            </>,
          )}
          <WorkshopStrip page={page} people={people} shown={shown} isAway={isAway} />
          <div className="flex min-h-0 flex-1">
            <SideAgenda page={page} shown={shown} />
            <StageView page={page} people={people} shown={shown} wall={wall} pad={pad} />
          </div>
          <Dock page={page} people={people} shown={shown} />
          {news}
        </div>
      )}
    </WithPad>
  )
}
