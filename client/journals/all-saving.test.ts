import { expect, it } from 'vitest'
import type { SaveState } from '../sync/room'
import { worstOf } from './all-saving'

const saved: SaveState = { kind: 'saved' }
const reading: SaveState = { kind: 'reading' }
const saving = (changes: number): SaveState => ({ kind: 'saving', changes })
const offline = (changes: number, onDevice: boolean): SaveState => ({
  ...{ kind: 'offline', changes, onDevice },
})

it('an entry is saved when all of its sections are', () => {
  expect(worstOf([])).toEqual(saved)
  expect(worstOf([saved, reading])).toEqual(saved)
  expect(worstOf([reading, reading])).toEqual(reading)
  expect(worstOf([saved, saving(2), saving(1)])).toEqual(saving(3))
})

it('counts what waits in all of them, and never says that what is in this tab only is kept', () => {
  expect(worstOf([offline(2, false), offline(0, true), saving(1)])).toEqual(offline(3, false))
  expect(worstOf([offline(2, true), offline(0, false)])).toEqual(offline(2, true))
  expect(worstOf([offline(0, false), offline(0, false)])).toEqual(offline(0, false))
  expect(worstOf([offline(1, true), { kind: 'reload' }])).toEqual({ kind: 'reload' })
})
