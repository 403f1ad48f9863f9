import { roomName } from '@atelier/shared/sync/room-name'
import type { Stage } from '@atelier/shared/workshops/stage'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useTranslation } from 'react-i18next'
import { FullBanner } from '../../sync/full-banner'
import { RefusedBanner } from '../../sync/refused-banner'
import { RoomClosed } from '../../sync/room-closed'
import { useRoom } from '../../sync/use-room'
import { Skeleton } from '../../ui/skeleton'
import { Pad } from './pad'

type Props = {
  page: Pick<WorkshopPage, 'id' | 'stages' | 'people'>
  stage: Stage
  /** Of one's own seat. */
  padId: string
  level?: 2 | 3
}

/** One's own pad in its own room, opened while it is shown. What is not sent yet is sent afterwards. */
export function OwnPad({ page, stage, padId, level }: Props) {
  const { t } = useTranslation('workshop-wall')
  const state = useRoom(roomName('pad', padId))
  if (state.kind === 'closed') return <RoomClosed state={state} />
  if (state.kind === 'opening')
    return (
      <div role="status" aria-label={t('pad.opening')} className="grid gap-3">
        <Skeleton className="h-8 w-48" />
        <Skeleton className="h-24 w-full max-w-md" />
      </div>
    )
  return (
    <div className="grid gap-3">
      <RefusedBanner state={state} />
      <FullBanner state={state} />
      <Pad
        key={state.room.doc.guid}
        room={state.room}
        saving={state.saving}
        {...{ page, stage, level }}
      />
    </div>
  )
}
