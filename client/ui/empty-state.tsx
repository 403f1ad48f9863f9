import type { ReactNode } from 'react'
import { Illustration, type Scene } from './illustration'

/** Nothing here yet: a small drawing, what this place is for, and the next step. */
export function EmptyState(props: {
  scene: Scene
  title: string
  /** 1 where nothing else on the page is its heading. */
  level?: 1 | 2
  children?: ReactNode
  /** The next step: a Button or link. */
  action?: ReactNode
}) {
  const Heading = props.level === 1 ? 'h1' : 'h2'
  return (
    <div className="fade-in mx-auto flex max-w-md flex-col items-center px-4 py-12 text-center">
      <Illustration scene={props.scene} />
      <Heading className="mt-6 font-semibold text-lg">{props.title}</Heading>
      {props.children && <div className="mt-2 text-ink-soft text-pretty">{props.children}</div>}
      {props.action && (
        <div className="mt-6 flex flex-wrap justify-center gap-2">{props.action}</div>
      )}
    </div>
  )
}
