import type { ComponentType } from 'react'
import type { Command } from '../shell/screen-commands'
import { boardKeys, shownKeys } from './board-keys'

export type CommandIcon = ComponentType<{ size: number }>

/** One line of the palette; `key` is the deed it shares its key with. */
export function oneCommand(
  id: string,
  label: string,
  Icon: CommandIcon,
  run: () => void,
  key?: keyof typeof boardKeys,
): Command {
  return {
    ...{ id: `board:${id}`, label, run, icon: <Icon size={16} /> },
    ...(key && { shortcut: shownKeys(boardKeys[key][0]) }),
  }
}

/** Those that can be done now. */
export const those = (all: readonly (readonly [can: boolean, command: Command])[]): Command[] =>
  all.flatMap(([can, command]) => (can ? command : []))
