import type { Stage, Topic } from '@atelier/shared/workshops/stage'
import { wallStoreOf } from '@atelier/shared/workshops/wall-store'
import type { Participant, Seat } from '@atelier/shared/workshops/workshop'
import { ReactFlow, SelectionMode } from '@xyflow/react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '../../sync/room'
import { useWall } from '../wall/use-wall'
import { useWallDesk } from '../wall/wall-desk'
import { CallBanner } from './call-banner'
import { useCanvasActs } from './canvas-acts'
import { CanvasBar } from './canvas-bar'
import { type CanvasDesk, CanvasDeskProvider } from './canvas-desk'
import { CanvasMenu } from './canvas-menu'
import { CanvasState } from './canvas-state'
import { ChosenBar } from './chosen-bar'
import { GroupNode } from './group-node'
import { LinkBanner } from './link-banner'
import { LinkLayer } from './link-layer'
import { NoteNode } from './note-node'
import { PeopleStrip } from './people-strip'
import { TopicColumns } from './topic-columns'
import { useAddHere } from './use-add-here'
import { useCanvasGestures } from './use-canvas-gestures'
import { useCanvasKeys } from './use-canvas-keys'
import { useCanvasNodes } from './use-canvas-nodes'
import { useCursorLayer } from './use-cursor-layer'
import { useFollow } from './use-follow'
import { useHand } from './use-hand'
import { useOwnPresence } from './use-own-presence'
import { useWholeView } from './use-whole-view'
import '@xyflow/react/dist/base.css'
import './canvas.css'
import './canvas-tools.css'

const nodeTypes = { note: NoteNode, group: GroupNode }
const chooseMore = ['Shift', 'Meta', 'Control']

type Props = {
  room: Room
  stage: Stage
  topics: readonly Topic[]
  editable: boolean
  me: Pick<Seat, 'id' | 'role'> | null
  people: readonly Participant[]
}

export function Canvas({ room, stage, topics, editable, me, people }: Props) {
  const { t } = useTranslation('workshop-wall')
  const { announce } = useWallDesk()
  const surface = useRef<HTMLDivElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const [state] = useState(() => new CanvasState())
  const acts = useCanvasActs(state, stage, 'yellow')
  const desk: CanvasDesk = useMemo(
    () => ({ room, store: wallStoreOf(room.doc), state, editable, surface, acts, announce }),
    [room, state, editable, acts, announce],
  )
  const wall = useWall(room)
  const hand = useHand()
  const nodes = useCanvasNodes(wall, hand.hand, editable)
  const fit = useWholeView(desk.store, topics)
  const addHere = useAddHere(desk, topics)
  const { chosen, choose } = hand
  const hands = useMemo(() => {
    return { chosen, choose, addHere: addHere.here, fit }
  }, [chosen, choose, addHere, fit])
  const press = useCanvasKeys(desk, hands)
  const gestures = useCanvasGestures(desk, hand, addHere)
  const cursors = useCursorLayer(room, layer)
  useOwnPresence(room, state, surface, cursors)
  useFollow(room, state)
  return (
    <CanvasDeskProvider value={desk}>
      <section className="wall-canvas" aria-label={t('canvas.label')}>
        <CanvasBar hands={hands} mayCall={me?.role === 'facilitator'} />
        <PeopleStrip people={people} />
        <ReactFlow
          ref={surface}
          className="wall-surface"
          aria-label={t('canvas.surface', { count: wall.notes.length })}
          aria-describedby="wall-canvas-keys"
          tabIndex={0}
          onKeyDown={press}
          {...gestures}
          nodes={nodes}
          nodeTypes={nodeTypes}
          onNodesChange={hand.change}
          minZoom={0.1}
          maxZoom={2.5}
          onlyRenderVisibleElements
          nodesConnectable={false}
          elevateNodesOnSelect={false}
          selectNodesOnDrag={false}
          nodeDragThreshold={4}
          selectionMode={SelectionMode.Partial}
          selectionKeyCode="Shift"
          multiSelectionKeyCode={chooseMore}
          deleteKeyCode={null}
          panActivationKeyCode={null}
          disableKeyboardA11y
          zoomOnDoubleClick={false}
        >
          <TopicColumns topics={topics} wall={wall} />
          <LinkLayer links={wall.links} nodes={nodes} />
          <div ref={layer} className="wall-cursors" aria-hidden="true" />
        </ReactFlow>
        <p id="wall-canvas-keys" className="wall-hint">
          {t('canvas.hint')}
        </p>
        <ChosenBar hand={hand} />
        <LinkBanner />
        <CallBanner people={people} />
        <CanvasMenu />
      </section>
    </CanvasDeskProvider>
  )
}
