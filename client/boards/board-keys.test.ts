import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import words from '../i18n/en/shortcuts.json'
import {
  boardKeys,
  cardKeys,
  keyName,
  keysIn,
  shownKeys,
  tableKeys,
  timeKeys,
  windowKeys,
} from './board-keys'

const none = { altKey: false, shiftKey: false, ctrlKey: false, metaKey: false }

test('a key has one name, whatever keyboard it is pressed on', () => {
  expect(keyName({ ...none, key: 'Z', ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+z')
  expect(keyName({ ...none, key: 'z', metaKey: true })).toBe('Mod+z')
  expect(keyName({ ...none, key: '/', shiftKey: true })).toBe('/')
  expect(keyName({ ...none, key: 'ArrowUp', altKey: true, shiftKey: true })).toBe(
    'Alt+Shift+ArrowUp',
  )
  expect(shownKeys('Mod+Shift+z')).toEqual(['Mod', 'Shift', 'Z'])
  expect(shownKeys(' ')).toEqual(['Space'])
})

const places = { board: boardKeys, window: windowKeys, table: tableKeys, time: timeKeys }

test.each(Object.entries(places))(
  'no key of %s does two things, and all have words',
  (place, keys) => {
    const all = Object.values(keys).flat()
    expect(new Set(all).size).toBe(all.length)
    const said: Record<string, string> = words[place as keyof typeof places]
    expect(Object.keys(keys).filter((what) => !said[what])).toEqual([])
  },
)

test('a card is assigned, labelled and dated by the same letters in every view, which keeps its own keys', () => {
  for (const view of ['board', 'table', 'calendar', 'timeline'] as const) {
    const keys = cardKeys(view)
    expect(['a', 'l', 's', 'd', 'p', 'e'].map((key) => keys.get(key))).toEqual([
      ...['assignees', 'labels', 'start', 'due', 'estimate', 'rename'],
    ])
  }
  expect(cardKeys('board').get('F2')).toBe('rename')
  expect(cardKeys('table').has('F2')).toBe(false)
  expect(keysIn('calendar', 'move')).toEqual([])
})

const here = fileURLToPath(new URL('.', import.meta.url))
const named = /'(Arrow\w+|Home|End|Page\w+|Delete|Insert|F\d+|ContextMenu)'/g
/** One letter that a key is compared with, or that is a name in a list of deeds. */
const letters = /(?:key(?:\.toLowerCase\(\))? === |\.set\()'([a-z ])'/g

function heardIn(folder: string): string[] {
  const files = readdirSync(join(here, folder)).filter((file) => /\.tsx?$/.test(file))
  const found = files
    .filter((file) => !/\.test\.|^board-keys/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(here, folder, file), 'utf8')
      return [...text.matchAll(named), ...text.matchAll(letters)].map(([, key]) => key ?? '')
    })
  return [...new Set(found)]
}

/** Nothing but the keys themselves: which are held with them, the handlers' own tests say. */
const bare = (keys: Record<string, readonly string[]>) =>
  new Set(
    Object.values(keys)
      .flat()
      .map((name) => name.split('+').at(-1) ?? ''),
  )

test.each([
  ['.', [boardKeys]],
  ['card', [windowKeys, boardKeys]],
  ['table', [tableKeys]],
  ['calendar', [timeKeys, boardKeys]],
  ['timeline', [timeKeys, boardKeys]],
  ['time', [timeKeys, boardKeys]],
] as const)('every key that is heard in %s is on the sheet', (folder, sheets) => {
  const known = new Set(sheets.flatMap((keys) => [...bare(keys)]))
  expect(heardIn(folder).filter((key) => !known.has(key))).toEqual([])
})
