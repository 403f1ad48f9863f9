import type { ReactNode } from 'react'
import { Logo } from '../../ui/logo'

type Props = { title: string; above?: string; controls: ReactNode; children: ReactNode }

/** The page before a workshop: light enough for a phone on bad wifi. */
export function DoorPage({ title, above, controls, children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col bg-canvas">
      <header className="flex items-center gap-2.5 px-5 py-4 font-semibold sm:px-8">
        <Logo size={26} />
        <span className="flex-1">Atelier</span>
        {controls}
      </header>
      <main className="mx-auto flex w-full max-w-md flex-1 flex-col justify-center px-6 pt-4 pb-24">
        {above && <p className="font-medium text-accent text-sm">{above}</p>}
        <h1 className="mt-1 font-semibold text-3xl wrap-anywhere">{title}</h1>
        <div className="mt-6">{children}</div>
      </main>
    </div>
  )
}
