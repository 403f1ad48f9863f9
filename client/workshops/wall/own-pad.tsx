import type { Stage } from '@atelier/shared/workshops/stage'
import { useTranslation } from 'react-i18next'
import { FullBanner } from '../../sync/full-banner'
import { RefusedBanner } from '../../sync/refused-banner'
import type { RoomState } from '../../sync/room'
import { RoomClosed } from '../../sync/room-closed'
import { Skeleton } from '../../ui/skeleton'
import { Pad, type PadPage } from './pad'

type Props = {
  /** Of the room of one's own pad. */
  state: RoomState
  page: PadPage
  stage: Stage
  level?: 2 | 3
}

/** One's own pad, whatever its room is at: opening, open, or closed. */
export function OwnPad({ state, page, stage, level }: Props) {
  const { t } = useTranslation('workshop-wall')
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
