import type { Stage } from '@atelier/shared/workshops/stage'
import { useMemo } from 'react'
import type { Room } from '../../sync/room'
import { rightsIn } from '../rights-in'
import { useOwnNotes } from '../wall/use-own-notes'
import { WallList, type WallListProps } from '../wall/wall-list'
import { CanvasPart } from './late-parts'
import type { StageProps } from './stage-view'
import { topicsBehind } from './topics-behind'
import { useWallView } from './wall-view'

type Props = Pick<StageProps, 'page' | 'people'> &
  Pick<WallListProps, 'totals' | 'beside'> & {
    room: Room
    stage: Stage
  }

/** The wall, as this device shows it: on a surface, or as a list. */
export function WallPlace({ page, people, room, stage, ...list }: Props) {
  const view = useWallView(stage.kind)
  const editable = room.access === 'write' && rightsIn(page).writes
  const own = useOwnNotes(page, editable)
  const topics = useMemo(() => topicsBehind(page.stages, stage), [page.stages, stage])
  if (view === 'list') {
    return (
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-2 pb-16 sm:px-5">
        <WallList
          key={room.doc.guid}
          {...list}
          {...{ room, page, stage, editable, own }}
          level={2}
        />
      </div>
    )
  }
  return (
    <CanvasPart
      {...{ room, stage, topics, editable, people, own }}
      stages={page.stages}
      me={page.me}
    />
  )
}
