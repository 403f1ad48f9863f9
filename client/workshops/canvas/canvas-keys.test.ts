import { expect, it } from 'vitest'
import english from '../../i18n/en/shortcuts.json'
import { canvasKey } from './canvas-keys'
import { wallKeys } from './wall-keys'

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }
const press = (key: string, onNode: boolean, held: Partial<typeof plain> = {}) =>
  canvasKey({ key, ...plain, ...held }, onNode)

it('arrows move a note by 8, with Shift by 40, and beside the notes they move the view', () => {
  expect(press('ArrowRight', true)).toEqual({ act: 'nudge', by: { x: 8, y: 0 } })
  expect(press('ArrowUp', true, { shiftKey: true })).toEqual({ act: 'nudge', by: { x: 0, y: -40 } })
  expect(press('ArrowUp', false)).toMatchObject({ act: 'pan' })
})

it.each([
  ['N', false, 'add'],
  ['g', true, 'group'],
  ['c', true, 'link'],
  ['+', false, 'zoomIn'],
  ['-', true, 'zoomOut'],
  ['0', false, 'zoomOne'],
  ['1', false, 'fit'],
  ['l', true, 'laser'],
  ['Enter', true, 'write'],
  ['Enter', false, 'enter'],
  ['Delete', true, 'remove'],
  ['m', true, 'menu'],
  ['Escape', true, 'leave'],
])('%s (on a note: %s) is “%s”', (key, onNode, act) => {
  expect(press(key, onNode)?.act).toBe(act)
})

it('leaves to the browser what is not ours', () => {
  expect(press('Tab', false)).toBeNull()
  expect(press('c', true, { ctrlKey: true })).toBeNull()
  expect(press('ArrowLeft', true, { altKey: true })).toBeNull()
})

it('undo and redo are the same with either command key', () => {
  expect(press('z', false, { ctrlKey: true })?.act).toBe('undo')
  expect(press('Z', true, { metaKey: true, shiftKey: true })?.act).toBe('redo')
})

const drawn: Record<string, string> = { '→': 'ArrowRight', Del: 'Delete', Esc: 'Escape' }
const acts: Record<string, string> = {
  ...{ nudgeFar: 'nudge', chooseAll: 'all', connect: 'link' },
}

it.each(Object.entries(wallKeys))('the sheet of shortcuts is right about “%s”', (what, keys) => {
  const last: string = keys.at(-1) ?? ''
  const held = { shiftKey: keys.some((key) => key === 'Shift'), ctrlKey: keys[0] === 'Mod' }
  const act = press(drawn[last] ?? last, what !== 'enter', held)?.act
  expect([act, what in english.wall]).toEqual([acts[what] ?? what, true])
})
