import type { Spot } from '@atelier/shared/basics/order'
import { useState } from 'react'
import {
  type DragAndDropHooks,
  DropIndicator,
  type DropItem,
  type DropTarget,
  isTextDropItem,
  type TextDropItem,
  useDragAndDrop,
} from 'react-aria-components'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useDesk } from './board-context'
import { actsOn } from './card-selection'
import { takesCards } from './lanes/lane-kinds'
import { type LanePlace, laneMove } from './lanes/lane-place'
import { useMoveCard } from './use-move-card'

/** Cards of other boards carry another type, so they cannot be dropped here. */
const dragType = (roomName: string) => `application/x-atelier-card+${roomName}`

const laneType = 'application/x-atelier-lane'

async function laneOf(item: TextDropItem): Promise<string | null> {
  return item.types.has(laneType) ? item.getText(laneType) : null
}

/** The lane a card is held in, said on the lanes: those that take no card are drawn so. */
function holdIn(lane: string | null): void {
  const lanes = document.querySelector<HTMLElement>('.board-lanes')
  if (lane === null) lanes?.removeAttribute('data-held')
  else lanes?.setAttribute('data-held', lane)
}

const heldLane = (): string | null =>
  document.querySelector<HTMLElement>('.board-lanes')?.dataset.held ?? null

/** So long after a drop a list looks whether it holds more than before, and chooses that. */
const listWaitsMs = 50

type CardDrag = {
  dragAndDropHooks: DragAndDropHooks
  /** Whether cards of other lists are being taken in at this moment: then the list must choose nothing. */
  isTakingIn: boolean
}

/** Drag of cards within and between columns by mouse, long press, keyboard and screen reader. */
export function useCardDrag(column: string, lane: LanePlace | null): CardDrag {
  const { room, store, people, outcomes, selection, editable } = useDesk()
  const { t } = useTranslation('boards')
  const move = useMoveCard()
  const type = dragType(room.name)
  const { t: more } = useTranslation('board-columns')
  const heldWith = (id: string) => actsOn(selection, store.read().columns, id)
  const titleOf = (id: string) => store.read().cards.get(id)?.title || t('card.untitled')
  const takesFrom = (from: string | null) =>
    !lane ||
    from === lane.id ||
    takesCards(lane.kind, lane.id, { people, outcomes, labels: store.read().labels })
  const [isTakingIn, setTakingIn] = useState(false)
  const drop = async (items: DropItem[], spot: Spot) => {
    for (const item of items.filter(isTextDropItem).slice(0, 1)) {
      const change = laneMove(lane, await laneOf(item))
      const ids = heldWith(await item.getText(type))
      // The list began to wait before we did, so it has ended by then.
      setTimeout(() => setTakingIn(false), listWaitsMs)
      // Drawn once, with the cards that come.
      flushSync(() => {
        setTakingIn(true)
        move(ids, { column, spot, lane: change })
      })
    }
  }
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !editable,
    getItems: (keys) =>
      [...keys].map((key) => ({
        ...{ [type]: String(key), 'text/plain': titleOf(String(key)) },
        ...(lane && { [laneType]: lane.id }),
      })),
    acceptedDragTypes: [type],
    getAllowedDropOperations: () => ['move'],
    getDropOperation: () => (takesFrom(heldLane()) ? 'move' : 'cancel'),
    onDragStart({ keys }) {
      room.awareness.setLocalStateField('card', String([...keys][0]))
      holdIn(lane?.id ?? null)
    },
    onDragEnd() {
      room.awareness.setLocalStateField('card', null)
      holdIn(null)
    },
    onReorder({ keys, target }) {
      for (const key of [...keys].slice(0, 1))
        move(heldWith(String(key)), { column, spot: spotOf(target) })
    },
    async onInsert({ items, target }) {
      await drop(items, spotOf(target))
    },
    async onRootDrop({ items }) {
      await drop(items, 'end')
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="board-drop" />,
    renderDragPreview: (items) => {
      const { length } = heldWith(items[0]?.[type] ?? '')
      return (
        <div className="board-drag-preview" data-many={length > 1 || undefined}>
          {length > 1 ? more('held', { count: length }) : items[0]?.['text/plain']}
        </div>
      )
    },
  })
  return { dragAndDropHooks, isTakingIn }
}

function spotOf(target: DropTarget): Spot {
  if (target.type === 'root') return 'end'
  const neighbour = String(target.key)
  return target.dropPosition === 'before' ? { before: neighbour } : { after: neighbour }
}
