import { type ReactNode, useEffect } from 'react'

export type Command = {
  id: string
  label: string
  /** Where it is, or what it belongs to. */
  hint?: string
  /** Words of it, below its name. */
  excerpt?: string | null
  icon: ReactNode
  shortcut?: string[]
  run: () => void
}
export type CommandGroup = { title: string; commands: Command[] }

let offered: (() => CommandGroup[]) | null = null

/** What the screen in front offers just now; asked before the palette takes the focus away from it. */
export const screenCommands = (): CommandGroup[] => offered?.() ?? []

/** Puts what a screen can do into the palette. `offer` is asked anew whenever the palette opens. */
export function useScreenCommands(offer: () => CommandGroup[]): void {
  useEffect(() => {
    offered = offer
    return () => {
      if (offered === offer) offered = null
    }
  }, [offer])
}
