/** Moves of the view: short, and none for whoever wants none. */
import type { ReactFlowInstance } from '@xyflow/react'

export const isStill = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches

export const moveMs = (): number => (isStill() ? 0 : 200)

export type View = { x: number; y: number; zoom: number }

export const lookAt = ({ setCenter }: Pick<ReactFlowInstance, 'setCenter'>, view: View): void =>
  void setCenter(view.x, view.y, { zoom: view.zoom, duration: moveMs() })
