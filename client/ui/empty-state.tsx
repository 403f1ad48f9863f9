import type { ReactNode } from 'react'
import { Illustration, type Scene } from './illustration'

/** Nothing here yet: a small drawing, what this place is for, and the next step. */
export function EmptyState(props: {
  scene: Scene
  title: string
  children?: ReactNode
  /** The next step: a Button or link. */
  action?: ReactNode
}) {
  return (
    <div className="fade-in mx-auto flex max-w-md flex-col items-center px-4 py-12 text-center">
      <Illustration scene={props.scene} />
      <h2 className="mt-6 font-semibold text-lg">{props.title}</h2>
      {props.children && <div className="mt-2 text-ink-soft text-pretty">{props.children}</div>}
      {props.action && (
        <div className="mt-6 flex flex-wrap justify-center gap-2">{props.action}</div>
      )}
    </div>
  )
}
