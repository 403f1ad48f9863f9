import type { Suggestion } from '@atelier/shared/suggestions/suggestion'
import type { OpenFork } from '@atelier/shared/suggestions/suggestion-contract'
import { expect, test, vi } from 'vitest'
import { SuggestionStore } from './suggestion-store'

const fork = { id: 'fork' } as OpenFork
const suggestion = (id: string, removed: string, inserted: string): Suggestion => ({
  ...{ id, key: `${id}~${inserted}`, spots: [], removed, inserted },
  ...{ before: '', after: '', words: '' },
})
const put = (store: SuggestionStore, ...suggestions: Suggestion[]) =>
  store.put({ fork, isMine: false, suggestions })

test('a suggestion whose line is moved is pointed at again as soon as it is written there', () => {
  const store = new SuggestionStore()
  put(store, suggestion('1', 'Mondays', 'Tuesdays'), suggestion('2', '', 'now'))
  expect(store.step(1)?.suggestion.id).toBe('1')
  put(store, suggestion('3', 'Mondays', 'Tuesdays'), suggestion('2', '', 'now'))
  expect(store.active).toBe('fork/3')
  // Gone with its line for a moment.
  put(store, suggestion('2', '', 'now'))
  expect(store.active).toBeNull()
  put(store, suggestion('2', '', 'now'), suggestion('4', 'Mondays', 'Tuesdays'))
  expect(store.active).toBe('fork/4')
})

test('nothing else is pointed at instead, nor that again where somebody has gone on', () => {
  const store = new SuggestionStore()
  put(store, suggestion('1', 'Mondays', 'Tuesdays'), suggestion('2', '', 'now'))
  store.step(1)
  put(store, suggestion('3', 'Mondays', 'Fridays'), suggestion('2', '', 'now'))
  expect(store.active).toBeNull()
  store.choose(null)
  put(store, suggestion('5', 'twice', 'once'), suggestion('6', 'twice', 'once'))
  expect(store.step(1)?.suggestion.id).toBe('5')
  put(store, suggestion('6', 'twice', 'once'))
  expect(store.active).toBeNull()
  store.choose(null)
  put(store, suggestion('4', 'Mondays', 'Tuesdays'))
  expect(store.active).toBeNull()
})

test('what says the same long afterwards is not pointed at', () => {
  vi.useFakeTimers()
  try {
    const store = new SuggestionStore()
    put(store, suggestion('1', '', ','))
    store.step(1)
    put(store)
    vi.advanceTimersByTime(60_000)
    put(store, suggestion('2', '', ','))
    expect(store.active).toBeNull()
  } finally {
    vi.useRealTimers()
  }
})
