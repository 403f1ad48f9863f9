/** What every part of the canvas may ask for. It stays the same while the wall changes. */
import type { WallStore } from '@atelier/shared/workshops/wall-store'
import { createContext, type RefObject, useContext } from 'react'
import type { Room } from '../../sync/room'
import type { CanvasActs } from './canvas-acts'
import type { CanvasState } from './canvas-state'

export type CanvasDesk = {
  room: Room
  store: WallStore
  state: CanvasState
  editable: boolean
  surface: RefObject<HTMLDivElement | null>
  acts: CanvasActs
  announce(words: string): void
}

const DeskContext = createContext<CanvasDesk | null>(null)
export const CanvasDeskProvider = DeskContext.Provider

export function useCanvasDesk(): CanvasDesk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('outside of a canvas')
  return desk
}

/** The node of a note or group, where it is drawn just now. */
export const nodeOf = (surface: HTMLElement | null, id: string): HTMLElement | null =>
  surface?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`) ?? null

/** The note or group the keyboard is on; null beside them, and in a field. */
export const focusedNode = (at: EventTarget | null): string | null =>
  at instanceof HTMLElement && at.classList.contains('react-flow__node')
    ? (at.dataset.id ?? null)
    : null
