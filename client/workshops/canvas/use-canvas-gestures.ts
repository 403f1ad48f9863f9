/** What mouse, pen and finger do on the canvas. Each of it is done by keys and menus as well. */
import {
  type OnMove,
  type OnNodeDrag,
  type SelectionDragHandler,
  useReactFlow,
} from '@xyflow/react'
import { type FocusEvent, type MouseEvent as Mouse, useMemo } from 'react'
import { type CanvasDesk, focusedNode } from './canvas-desk'
import type { WallNode } from './canvas-nodes'
import { type Drop, dropAt } from './canvas-places'
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

function useDrag({ acts, state, store }: CanvasDesk, hand: Hand) {
  const { screenToFlowPosition, getInternalNode } = useReactFlow()
  const { letGo } = hand
  return useMemo(() => {
    const dropOf = (event: Moved, nodes: readonly WallNode[]): Drop => {
      const ids = new Set(nodes.map(({ id }) => id))
      const point = pointOf(event)
      if (!point || nodes.some(({ type }) => type === 'group')) return { kind: 'wall' }
      return dropAt(store.read(), ids, screenToFlowPosition(point))
    }
    const follow = (event: Moved, nodes: readonly WallNode[]) => {
      const drop = dropOf(event, nodes)
      state.change({ dropOn: drop.kind === 'wall' ? null : drop.id })
    }
    const end = (event: Moved, nodes: readonly WallNode[]) => {
      const laid = nodes.flatMap(({ id }) => {
        const at = getInternalNode(id)?.internals.positionAbsolute
        return at ? [{ id, at }] : []
      })
      acts.drop(laid, dropOf(event, nodes))
      letGo()
      state.change({ dropOn: null })
    }
    return {
      onNodeDrag: ((event, _node, nodes) => follow(event, nodes)) as OnNodeDrag<WallNode>,
      onNodeDragStop: ((event, _node, nodes) => end(event, nodes)) as OnNodeDrag<WallNode>,
      onSelectionDrag: ((event, nodes) => follow(event, nodes)) as SelectionDragHandler<WallNode>,
      onSelectionDragStop: ((event, nodes) => end(event, nodes)) as SelectionDragHandler<WallNode>,
    }
  }, [acts, state, store, letGo, screenToFlowPosition, getInternalNode])
}

type Moved = Mouse | MouseEvent | TouchEvent

function pointOf(event: Moved): { x: number; y: number } | null {
  const at = 'clientX' in event ? event : event.changedTouches[0]
  return at ? { x: at.clientX, y: at.clientY } : null
}
