import { useReactFlow } from '@xyflow/react'
import { type KeyboardEvent as ReactKey, useCallback, useEffect } from 'react'
import type { CanvasDesk } from './canvas-desk'
import { focusedNode, nodeOf } from './canvas-desk'
import { type CanvasKey, canvasKey } from './canvas-keys'
import { boxesById, readingOrder } from './canvas-places'
import { focusNode } from './focus-node'
import { moveMs } from './look-at'

/** What the keys need of the canvas besides its desk. */
export type KeyHands = {
  chosen(): string[]
  choose(ids: readonly string[]): void
  /** A new note where the pointer is, else in the middle. */
  addHere(): void
  fit(): void
}

const holdMs = 300

/** Keys on the canvas, and on the page while the keyboard is nowhere. */
export function useCanvasKeys(desk: CanvasDesk, hands: KeyHands): (event: ReactKey) => void {
  const { surface, state } = desk
  const act = useActs(desk, hands)
  const press = useCallback(
    (event: KeyboardEvent) => {
      const isOurs =
        event.target === document.body || surface.current?.contains(event.target as Node)
      if (event.defaultPrevented || !isOurs || isField(event.target)) return
      const on = focusedNode(event.target)
      const key = canvasKey(event, on !== null)
      if (!key || (key.act === 'laser' && event.repeat)) return
      if (act(key, on)) event.preventDefault()
    },
    [surface, act],
  )
  useEffect(() => {
    const onPage = (event: KeyboardEvent) => event.target === document.body && press(event)
    document.addEventListener('keydown', onPage)
    const stop = holdLaser(desk)
    return () => {
      document.removeEventListener('keydown', onPage)
      stop()
      state.change({ isLaser: false })
    }
  }, [press, desk, state])
  return useCallback((event: ReactKey) => press(event.nativeEvent), [press])
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, button, a') !== null

/** A short press of L leaves the laser on, a long one only while it lasts. */
function holdLaser({ state }: CanvasDesk): () => void {
  let since: number | null = null
  const down = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'l' && !event.repeat) since = event.timeStamp
  }
  const up = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'l' || since === null) return
    if (event.timeStamp - since > holdMs) state.change({ isLaser: false })
    since = null
  }
  document.addEventListener('keydown', down)
  document.addEventListener('keyup', up)
  return () => {
    document.removeEventListener('keydown', down)
    document.removeEventListener('keyup', up)
  }
}

function useActs(desk: CanvasDesk, hands: KeyHands) {
  const flow = useReactFlow()
  return useCallback(
    (key: CanvasKey, on: string | null) =>
      doLook(key, on, desk, hands, flow) || doWrite(key, on, desk, hands),
    [desk, hands, flow],
  )
}

type Flow = ReturnType<typeof useReactFlow>

/** What everybody may do. Answers whether the key was for it. */
function doLook(key: CanvasKey, on: string | null, desk: CanvasDesk, hands: KeyHands, flow: Flow) {
  const { surface, store, state } = desk
  const wall = store.read()
  const go = (id: string | undefined) => {
    if (id === undefined) return false
    state.change({ active: id })
    focusNode(surface.current, flow, id, boxesById(wall).get(id))
    return true
  }
  const duration = moveMs()
  switch (key.act) {
    case 'step': {
      const order = readingOrder(wall)
      return go(order[order.indexOf(on ?? '') + (key.back ? -1 : 1)])
    }
    case 'enter': {
      const { active } = state.facts
      const order = readingOrder(wall)
      return go(active !== null && order.includes(active) ? active : order[0])
    }
    case 'leave':
      if (state.facts.linkingFrom !== null) state.change({ linkingFrom: null })
      else if (state.facts.following !== null) state.change({ following: null })
      else {
        hands.choose([])
        surface.current?.focus({ preventScroll: true })
      }
      return true
    case 'pan': {
      const { x, y, zoom } = flow.getViewport()
      state.change({ following: null })
      void flow.setViewport({ x: x - key.by.x, y: y - key.by.y, zoom })
      return true
    }
    case 'zoomIn':
      void flow.zoomIn({ duration })
      return true
    case 'zoomOut':
      void flow.zoomOut({ duration })
      return true
    case 'zoomOne':
      void flow.zoomTo(1, { duration })
      return true
    case 'fit':
      hands.fit()
      return true
    case 'laser':
      state.change({ isLaser: !state.facts.isLaser })
      return true
    case 'choose':
      if (on === null) return false
      hands.choose(toggled(hands.chosen(), on))
      return true
    case 'all':
      hands.choose(wall.notes.map(({ id }) => id))
      return true
    default:
      return false
  }
}

const toggled = (ids: readonly string[], id: string) =>
  ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]

/** What changes the wall. */
function doWrite(
  key: CanvasKey,
  on: string | null,
  { acts, editable, surface, state, store }: CanvasDesk,
  hands: KeyHands,
): boolean {
  const chosen = hands.chosen()
  const ids = on === null || chosen.includes(on) ? chosen : [on]
  if (key.act === 'menu' && on !== null) {
    const box = nodeOf(surface.current, on)?.getBoundingClientRect()
    if (box) state.change({ menu: { id: on, x: box.left + 16, y: box.top + 16 } })
    return true
  }
  if (!editable) return false
  const isLinking = state.facts.linkingFrom !== null && key.act === 'write' && on !== null
  if (isLinking) acts.endLink(on)
  else if (key.act === 'add') hands.addHere()
  else if (key.act === 'undo' || key.act === 'redo') acts[key.act]()
  else if (key.act === 'link' && on !== null) acts.beginLink(on)
  else if (key.act === 'write' && on !== null) acts.write(on)
  else if (ids.length === 0) return false
  else if (key.act === 'nudge') acts.nudge(ids, key.by)
  else if (key.act === 'group') acts.group(ids)
  else if (key.act === 'duplicate') acts.duplicate(ids)
  else if (key.act === 'raise') acts.raise(ids)
  else if (key.act === 'remove') {
    const heir = heirOf(readingOrder(store.read()), ids)
    const node = heir === undefined ? null : nodeOf(surface.current, heir)
    ;(node ?? surface.current)?.focus({ preventScroll: true })
    acts.remove(ids)
  } else return false
  return true
}

/** Who is focused when these are gone. */
function heirOf(order: readonly string[], ids: readonly string[]) {
  const rest = order.filter((id) => !ids.includes(id))
  const at = order.findIndex((id) => ids.includes(id))
  return rest[at] ?? rest[at - 1]
}
