/** What mouse, pen and finger do on the canvas. Each of it is done by keys and menus as well. */
import type { Presence } from '@atelier/shared/sync/presence'
import {
  type OnMove,
  type OnNodeDrag,
  type SelectionDragHandler,
  useReactFlow,
} from '@xyflow/react'
import { type FocusEvent, type MouseEvent as Mouse, useMemo } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import { type CanvasDesk, focusedNode } from './canvas-desk'
import type { WallNode } from './canvas-nodes'
import { boxesById, type Drop, dropAt } from './canvas-places'
import type { Place } from './glide'
import { pacedBy, paceMs } from './pace'
import type { AddHere } from './use-add-here'
import type { useHand } from './use-hand'
import { useLongPress } from './use-long-press'

type Hand = Pick<ReturnType<typeof useHand>, 'letGo' | 'choose'>

export function useCanvasGestures(desk: CanvasDesk, hand: Hand, addHere: AddHere) {
  const drag = useDrag(desk, hand)
  const press = useLongPress(desk)
  return useMemo(() => {
    const { state, editable, acts } = desk
    const openMenu = (event: Mouse, id: string) => {
      event.preventDefault()
      state.change({ menu: { id, x: event.clientX, y: event.clientY } })
    }
    return {
      ...press,
      ...drag,
      onFocus(event: FocusEvent) {
        const id = focusedNode(event.target)
        if (id !== null) state.change({ active: id })
      },
      onDoubleClick(event: Mouse) {
        const isBeside = (event.target as Element).classList.contains('react-flow__pane')
        if (editable && isBeside) addHere.at({ x: event.clientX, y: event.clientY })
      },
      onNodeClick(_event: Mouse, { id }: WallNode) {
        if (state.facts.linkingFrom !== null) acts.endLink(id)
      },
      onNodeDoubleClick(_event: Mouse, { id }: WallNode) {
        if (editable) acts.write(id)
      },
      onNodeContextMenu: (event: Mouse, { id }: WallNode) => openMenu(event, id),
      onPaneClick: () => state.change({ linkingFrom: null }),
      // Moves of our own come without an event.
      onMoveStart: ((event) => {
        if (event) state.change({ following: null })
      }) satisfies OnMove,
    }
  }, [desk, addHere, drag, press])
}

function useDrag({ acts, state, store, room }: CanvasDesk, hand: Hand) {
  const { screenToFlowPosition, getInternalNode } = useReactFlow()
  const { letGo } = hand
  return useMemo(() => {
    /** How far the first of them is from where it lies: all go along with it. */
    const byNow = ([id = '']: readonly string[]): Place | null => {
      const [at, lies] = [
        getInternalNode(id)?.internals.positionAbsolute,
        boxesById(store.read()).get(id),
      ]
      return at && lies ? { x: Math.round(at.x - lies.x), y: Math.round(at.y - lies.y) } : null
    }
    const pace = pacedBy<string[]>(
      () => paceMs(room.awareness.getStates().size),
      (ids) => {
        const by = byNow(ids)
        tellHeld(room.awareness, by && { ids: ids.slice(0, mostHeld), ...by })
      },
    )
    const dropOf = (event: Moved, nodes: readonly WallNode[]): Drop => {
      const ids = new Set(nodes.map(({ id }) => id))
      const point = pointOf(event)
      if (!point || nodes.some(({ type }) => type === 'group')) return { kind: 'wall' }
      return dropAt(store.read(), ids, screenToFlowPosition(point))
    }
    const follow = (event: Moved, nodes: readonly WallNode[]) => {
      const drop = dropOf(event, nodes)
      state.change({ dropOn: drop.kind === 'wall' ? null : drop.id })
      pace.take(nodes.flatMap((node) => [node.id, ...insideOf(node)]))
    }
    const end = (event: Moved, nodes: readonly WallNode[]) => {
      const laid = nodes.flatMap(({ id }) => {
        const at = getInternalNode(id)?.internals.positionAbsolute
        return at ? [{ id, at }] : []
      })
      acts.drop(laid, dropOf(event, nodes))
      pace.stop()
      tellHeld(room.awareness, null)
      letGo()
      state.change({ dropOn: null })
    }
    return {
      onNodeDrag: ((event, _node, nodes) => follow(event, nodes)) as OnNodeDrag<WallNode>,
      onNodeDragStop: ((event, _node, nodes) => end(event, nodes)) as OnNodeDrag<WallNode>,
      onSelectionDrag: ((event, nodes) => follow(event, nodes)) as SelectionDragHandler<WallNode>,
      onSelectionDragStop: ((event, nodes) => end(event, nodes)) as SelectionDragHandler<WallNode>,
    }
  }, [acts, state, store, room, letGo, screenToFlowPosition, getInternalNode])
}

type Moved = Mouse | MouseEvent | TouchEvent

/** What lies in a group is drawn beside it, and goes along. */
const insideOf = ({ type, data }: WallNode): string[] =>
  type === 'group' ? data.group.notes.map(({ id }) => id) : []

/** As many as the server passes on. */
const mostHeld = 24

/** Others see it move before it is laid down. */
function tellHeld(awareness: Awareness, held: Presence['held']): void {
  if (awareness.getLocalState()) awareness.setLocalStateField('held', held)
}

function pointOf(event: Moved): { x: number; y: number } | null {
  const at = 'clientX' in event ? event : event.changedTouches[0]
  return at ? { x: at.clientX, y: at.clientY } : null
}
