/** What is suggested in the doc on screen, between the text, the panel beside it and the keyboard. */
import type { Suggestion } from '@atelier/shared/suggestions/suggestion'
import type { OpenFork } from '@atelier/shared/suggestions/suggestion-contract'
import { useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { RoomState } from '../sync/room'

export type Entry = { id: string; fork: OpenFork; isMine: boolean; suggestion: Suggestion }
/** How something suggested stands in the text. */
export type Look = 'inserted' | 'removed' | 'formatted' | 'changed'
export type OwnText = { forkId: string; text: Y.Doc }

/** So long a line that is moved may be away. */
const movesWithinMs = 5000

type Read = { fork: OpenFork; isMine: boolean; suggestions: readonly Suggestion[] }

const placeOf = ({ suggestion }: Entry) => {
  const spot = suggestion.spots[0]
  return (spot?.where === 'body' ? 1e9 : 0) + (spot?.doc.from ?? 0)
}

const isSame = (one: Entry, other: Entry) => saidBy(one) === saidBy(other)

/** Of where it stands nothing. */
function saidBy({ fork, suggestion: { removed, inserted, words, spots } }: Entry): string {
  const each = spots.map(({ kind, where, differences }) => ({ kind, where, differences }))
  return JSON.stringify([fork.id, removed, inserted, words, each])
}

export class SuggestionStore {
  readonly #read = new Map<string, Read>()
  readonly #listeners = new Set<() => void>()
  #entries: readonly Entry[] = []
  #active: string | null = null
  /** What was pointed at, and is not there at this moment; since when, in ms. */
  #lost: { entry: Entry; at: number } | null = null
  #own: OwnText | null = null
  #ownState: RoomState | null = null
  #showsDecided = false
  /** What is read out where somebody’s suggestion stands in the text. */
  say: (look: Look, name: string) => string = (_look, name) => name

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** In the order of the text. */
  get entries(): readonly Entry[] {
    return this.#entries
  }

  /** The one that is pointed at. */
  get active(): string | null {
    return this.#active
  }

  /** What this person suggests in, while they do. */
  get own(): OwnText | null {
    return this.#own
  }

  get ownState(): RoomState | null {
    return this.#ownState
  }

  put(read: Read): void {
    this.#read.set(read.fork.id, read)
    this.#arrange()
  }

  remove(forkId: string): void {
    if (this.#read.delete(forkId)) this.#arrange()
  }

  /** Whether it is known what stands in a fork. */
  hasRead(forkId: string): boolean {
    return this.#read.has(forkId)
  }

  choose(id: string | null): void {
    this.#lost = null
    if (id === this.#active) return
    this.#active = id
    this.#tell()
  }

  /** The one after the one pointed at, or before it; round at the ends. */
  step(by: 1 | -1): Entry | null {
    const at = this.#entries.findIndex(({ id }) => id === this.#active)
    const count = this.#entries.length
    const from = at < 0 && by < 0 ? 0 : at
    const next = this.#entries[(from + by + count) % count] ?? null
    this.choose(next?.id ?? null)
    return next
  }

  setOwn(own: OwnText | null): void {
    if (own?.text === this.#own?.text) return
    this.#own = own
    this.#tell()
  }

  setOwnState(state: RoomState | null): void {
    if (state === this.#ownState) return
    this.#ownState = state
    this.#tell()
  }

  /** Whether those long decided stand open. Kept here: the panel may be closed meanwhile. */
  get showsDecided(): boolean {
    return this.#showsDecided
  }

  showDecided(shows: boolean): void {
    this.#showsDecided = shows
    this.#tell()
  }

  #arrange(): void {
    const known = new Set(this.#entries.map(({ id }) => id))
    const pointedAt =
      this.#entries.find(({ id }) => id === this.#active) ?? this.#lostJustNow(Date.now())
    this.#entries = [...this.#read.values()]
      .flatMap(({ fork, isMine, suggestions }) =>
        suggestions.map((suggestion) => ({
          id: `${fork.id}/${suggestion.id}`,
          fork,
          isMine,
          suggestion,
        })),
      )
      .sort((one, other) => placeOf(one) - placeOf(other))
    this.#pointAt(pointedAt ?? null, known)
    this.#tell()
  }

  /** Where its line was moved, it is written anew there, a moment later: it is pointed at again. */
  #pointAt(entry: Entry | null, known: ReadonlySet<string>): void {
    const isThere = this.#entries.some(({ id }) => id === entry?.id)
    const there = isThere
      ? entry
      : this.#entries.find((one) => entry && !known.has(one.id) && isSame(one, entry))
    this.#active = there?.id ?? null
    if (there || !entry) this.#lost = null
    else this.#lost ??= { entry, at: Date.now() }
  }

  /** What comes later, and says the same, is another suggestion, which nobody has looked at. */
  #lostJustNow(now: number): Entry | null {
    return this.#lost && now - this.#lost.at < movesWithinMs ? this.#lost.entry : null
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

export const useEntries = (store: SuggestionStore) =>
  useSyncExternalStore(store.subscribe, () => store.entries)

export const useActive = (store: SuggestionStore) =>
  useSyncExternalStore(store.subscribe, () => store.active)

export const useOwnText = (store: SuggestionStore) =>
  useSyncExternalStore(store.subscribe, () => store.own)

export const useOwnState = (store: SuggestionStore) =>
  useSyncExternalStore(store.subscribe, () => store.ownState)

export const useShowsDecided = (store: SuggestionStore) =>
  useSyncExternalStore(store.subscribe, () => store.showsDecided)
