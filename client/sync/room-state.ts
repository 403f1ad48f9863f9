import type { CloseReason } from '@atelier/shared/sync/close-codes'
import type { Welcome } from '@atelier/shared/sync/messages'
import type { RefusedEdits, Room, RoomState, SaveState } from './room'
import { type SaveFacts, saveState } from './save-state'
import type { Watched } from './watched'

/** What a room knows of itself: its state, and how what is written in it is kept. */
export type RoomFacts =
  | Exclude<RoomState, { kind: 'open' }>
  | (Omit<Extract<RoomState, { kind: 'open' }>, 'saving'> & { save: SaveState })

export type RoomKnown = {
  endedWith: CloseReason | null
  unreachable: boolean
  /** Null while there is nothing to show yet. */
  welcome: Welcome | null
  here: Pick<Room, 'name' | 'doc' | 'awareness'> | null
  save: Omit<SaveFacts, 'access' | 'reload'>
  fullPercent: number | null
  refused: RefusedEdits | null
  forgetRefused: () => void
}

export function roomFacts(known: RoomKnown): RoomFacts {
  const { endedWith, welcome, here, unreachable, save: kept, fullPercent, ...refusal } = known
  const { changes, onDevice } = kept
  if (endedWith) return { kind: 'closed', reason: endedWith, changes, onDevice, ...refusal }
  if (!welcome || !here) return { kind: 'opening', unreachable }
  const { access, reload, me } = welcome
  const room: Room = { ...here, access: reload ? 'read' : access, me }
  const save = saveState({ ...kept, access, reload })
  return { kind: 'open', room, save, outdated: reload, fullPercent, ...refusal }
}

/** `before`, unless something in it has changed: screens go by whether it is the same object. */
function keptRoom(before: Room | null, now: Room): Room {
  const isSame =
    before?.doc === now.doc &&
    before.access === now.access &&
    before.me.name === now.me.name &&
    before.me.colour === now.me.colour
  return isSame && before ? before : now
}

/** The state of a room as screens see it: told only when it reads differently. */
export class ShownState {
  #state: RoomState = { kind: 'opening', unreachable: false }
  #room: Room | null = null
  #save: SaveState = { kind: 'saved' }
  readonly #listeners = new Set<() => void>()
  readonly #saveListeners = new Set<() => void>()
  readonly #saving: Watched<SaveState> = {
    read: () => this.#save,
    subscribe: (listener) => listen(this.#saveListeners, listener),
  }

  get state(): RoomState {
    return this.#state
  }

  subscribe(listener: () => void): () => void {
    return listen(this.#listeners, listener)
  }

  subscribeToAll(listener: () => void): () => void {
    const stop = [this.subscribe(listener), this.#saving.subscribe(listener)]
    return () => {
      for (const each of stop) each()
    }
  }

  show(facts: RoomFacts): void {
    if (facts.kind !== 'open') {
      this.#showState(facts)
      // It reads the same when the last of it is kept, and may be let go then.
      if (facts.kind === 'closed') tell(this.#saveListeners)
      return
    }
    const { save, ...rest } = facts
    const isNews = JSON.stringify(save) !== JSON.stringify(this.#save)
    if (isNews) this.#save = save
    this.#room = keptRoom(this.#room, rest.room)
    this.#showState({ ...rest, room: this.#room, saving: this.#saving })
    if (isNews) tell(this.#saveListeners)
  }

  clear(): void {
    this.#listeners.clear()
    this.#saveListeners.clear()
  }

  #showState(next: RoomState): void {
    if (sameState(this.#state, next)) return
    this.#state = next
    tell(this.#listeners)
  }
}

function listen(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(listeners: ReadonlySet<() => void>): void {
  for (const listener of listeners) listener()
}

/** So that no letter, one's own or another's, draws the whole screen again. */
function sameState(before: RoomState, after: RoomState): boolean {
  if (before.kind === 'open' && after.kind === 'open') {
    return (
      before.room === after.room &&
      before.refused === after.refused &&
      before.outdated === after.outdated &&
      before.fullPercent === after.fullPercent
    )
  }
  // A room is no JSON: what stands in it would all be written out, only to see that it has opened.
  if (before.kind === 'open' || after.kind === 'open') return false
  return JSON.stringify(before) === JSON.stringify(after)
}
