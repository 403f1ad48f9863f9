import type { ViewKind } from '@atelier/shared/boards/view'

/**
 * Every key of a board, by what it does: the sheet of shortcuts shows the first of each, in this order, with the
 * words in `shortcuts.json`; the handlers know keys by these names only.
 */
export const boardKeys = {
  walk: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'],
  open: ['Enter'],
  add: ['n'],
  rename: ['e', 'F2'],
  assignees: ['a'],
  labels: ['l'],
  start: ['s'],
  due: ['d'],
  estimate: ['p'],
  move: ['m'],
  nudge: [
    'Alt+Shift+ArrowRight',
    'Alt+Shift+ArrowLeft',
    'Alt+Shift+ArrowUp',
    'Alt+Shift+ArrowDown',
  ],
  toTop: ['Alt+Shift+Home'],
  toEnd: ['Alt+Shift+End'],
  copy: ['c', 'Mod+d'],
  copyLink: ['Shift+c'],
  archive: ['Delete'],
  choose: ['x'],
  chooseOn: ['Shift+ArrowDown', 'Shift+ArrowUp'],
  chooseAll: ['Mod+a'],
  letGo: ['Escape'],
  paste: ['Mod+v'],
  filter: ['/', 'f'],
  views: ['1', '2', '3', '4'],
  undo: ['Mod+z'],
  redo: ['Mod+Shift+z', 'Mod+y'],
} as const

/** In a card's own window, while nobody writes. */
export const windowKeys = {
  stepItem: ['Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown'],
  copy: ['Mod+d'],
  copyLink: ['Shift+c'],
  undo: ['Mod+z'],
  redo: ['Mod+Shift+z', 'Mod+y'],
  close: ['Escape'],
} as const

export const tableKeys = {
  walk: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown'],
  firstCell: ['Home'],
  lastCell: ['End'],
  edit: ['F2', 'Enter'],
  open: [' '],
  choose: ['x'],
  chooseOn: ['Shift+ArrowDown', 'Shift+ArrowUp'],
  move: ['m'],
  archive: ['Delete'],
  leave: ['Escape'],
  next: ['Tab', 'Shift+Tab'],
} as const

/** Calendar and timeline. */
export const timeKeys = {
  walk: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
  ends: ['Home', 'End'],
  turn: ['PageUp', 'PageDown'],
  add: ['Enter'],
  show: [' '],
  move: ['Alt+ArrowRight', 'Alt+ArrowLeft', 'Alt+ArrowUp', 'Alt+ArrowDown'],
  resize: ['Alt+Shift+ArrowRight', 'Alt+Shift+ArrowLeft'],
  date: ['m'],
  menu: ['ContextMenu', 'Shift+F10'],
  back: ['Escape'],
} as const

/** What is done with the card in front, in every view. */
export const cardDeeds = [
  ...(['rename', 'assignees', 'labels', 'start', 'due', 'estimate', 'copy', 'copyLink'] as const),
] as const
export type CardDeed = (typeof cardDeeds)[number]

const ownKeys = { board: {}, table: tableKeys, calendar: timeKeys, timeline: timeKeys } as const

/** What a deed's keys are in a view: what the view itself does with a key goes before. */
export function keysIn(view: ViewKind, deed: keyof typeof boardKeys): readonly string[] {
  const own = new Set<string>(Object.values<readonly string[]>(ownKeys[view]).flat())
  return boardKeys[deed].filter((key) => !own.has(key))
}

/** The deed of each key, on the card in front. */
export const cardKeys = (view: ViewKind): ReadonlyMap<string, CardDeed> =>
  new Map(cardDeeds.flatMap((deed) => keysIn(view, deed).map((key) => [key, deed] as const)))

type KeysOf<T extends Record<string, readonly string[]>> = T[keyof T][number]
export type BoardKey = KeysOf<typeof boardKeys>
export type WindowKey = KeysOf<typeof windowKeys>
export type TimeKey = KeysOf<typeof timeKeys>

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>

/** "Mod+Shift+z". Shift counts with letters and named keys only: signs lie elsewhere on other keyboards. */
export function keyName({ key, altKey, shiftKey, ctrlKey, metaKey }: Pressed): string {
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase()
  return [
    (ctrlKey || metaKey) && 'Mod',
    altKey && 'Alt',
    shiftKey && !isSign && 'Shift',
    key.length === 1 ? key.toLowerCase() : key,
  ]
    .filter(Boolean)
    .join('+')
}

const drawn: Record<string, string> = {
  ...{ ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' },
  ...{ Delete: 'Del', Escape: 'Esc', ' ': 'Space', PageUp: 'PgUp', PageDown: 'PgDn' },
}

/** As `Kbd` draws them. */
export const shownKeys = (name: string): string[] =>
  name.split('+').map((key) => drawn[key] ?? (key.length === 1 ? key.toUpperCase() : key))
