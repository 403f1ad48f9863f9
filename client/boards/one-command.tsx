import type { ViewKind } from '@atelier/shared/boards/view'
import type { ComponentType } from 'react'
import type { Command } from '../shell/screen-commands'
import { type boardKeys, keysIn, shownKeys } from './board-keys'

export type CommandIcon = ComponentType<{ size: number }>

/** One line of the palette; `key` is the deed it shares its key with, in this view. */
export function oneCommand(
  id: string,
  label: string,
  Icon: CommandIcon,
  run: () => void,
  key?: keyof typeof boardKeys,
  view: ViewKind = 'board',
): Command {
  const [name] = key ? keysIn(view, key) : []
  return {
    ...{ id: `board:${id}`, label, run, icon: <Icon size={16} /> },
    ...(name && { shortcut: shownKeys(name) }),
  }
}

/** Those that can be done now. */
export const those = (all: readonly (readonly [can: boolean, command: Command])[]): Command[] =>
  all.flatMap(([can, command]) => (can ? command : []))
