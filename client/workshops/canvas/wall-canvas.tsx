import type { Stage, Topic } from '@atelier/shared/workshops/stage'
import type { Participant, Seat } from '@atelier/shared/workshops/workshop'
import { ReactFlowProvider } from '@xyflow/react'
import type { Room } from '../../sync/room'
import type { OwnNotes } from '../wall/wall-desk'
import { WallDeskProvider } from '../wall/wall-desk-provider'
import { Canvas } from './canvas'

export type WallCanvasProps = {
  /** The workshop's. */
  room: Room
  /** The one that is shown: new notes are of it. */
  stage: Stage
  /** All of the workshop. */
  stages: readonly Stage[]
  /** Columns behind the notes; those of the stage where they are left out. */
  topics?: readonly Topic[]
  editable: boolean
  /** Whoever facilitates may call all others to where they look. */
  me: Pick<Seat, 'id' | 'role'> | null
  /** Everybody with a seat: only calls of those who facilitate are followed. */
  people: readonly Participant[]
  own?: OwnNotes | null
}

/** The wall as a surface that is moved and zoomed. Equal to it is the list: `WallList`. */
export function WallCanvas({ stages, own = null, ...props }: WallCanvasProps) {
  const { room, editable } = props
  return (
    <WallDeskProvider key={room.doc.guid} {...{ room, stages, editable, own }}>
      <ReactFlowProvider>
        <Canvas {...props} topics={props.topics ?? props.stage.rules.topics ?? noTopics} />
      </ReactFlowProvider>
    </WallDeskProvider>
  )
}

const noTopics: readonly Topic[] = []
