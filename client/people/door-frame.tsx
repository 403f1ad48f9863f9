import type { ReactNode } from 'react'
import { Logo } from '../ui/logo'
import { DoorPainting } from './door-painting'

/** The page before one is inside: a form, and on wide screens a painting beside it. */
export function DoorFrame(props: { title: string; intro?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(30rem,1fr)_minmax(0,1.1fr)]">
      <main className="flex flex-col px-6 py-6 sm:px-12">
        <p className="flex items-center gap-2.5 font-semibold">
          <Logo size={28} />
          Atelier
        </p>
        <div className="m-auto w-full max-w-md py-6">
          <h1 className="font-semibold text-3xl">{props.title}</h1>
          {props.intro && <div className="mt-3 text-ink-soft text-pretty">{props.intro}</div>}
          <div className="mt-6">{props.children}</div>
        </div>
      </main>
      <DoorPainting />
    </div>
  )
}
