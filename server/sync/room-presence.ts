/**
 * Who points at what in one room. The wire is that of y-protocols' awareness; what it says about
 * who somebody is, and on whose behalf they speak, is never taken from the client (S12).
 */
import { limits } from '@atelier/shared/sync/limits'
import { messageKinds, type PresentPerson } from '@atelier/shared/sync/messages'
import { presenceKeys } from '@atelier/shared/sync/presence'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { BadFrame, orBadFrame } from './bad-frame'
import { readSaidField } from './read-said'
import { readCount } from './scan-content'
import { presencePayloadOf } from './sync-frames'

/** More than anybody moves; a clock of today still fits into 53 bits. */
const ticksPerMs = 1000

/** A client forgets by itself whoever it has not heard of for half a minute. */
const outdatedMs = 30_000

/** One connection, as far as presence is concerned. */
export type Present = { person: PresentPerson; sessionId: string }

type Entry = { owner: Present; said: Record<string, unknown>; theirClock: number }

/** `forOthers` goes to everybody else, `echo` back to its sender. */
export type Heard = { forOthers: Uint8Array; echo: Uint8Array }

export class RoomPresence {
  readonly #entries = new Map<number, Entry>()
  readonly #clientOf = new Map<Present, number>()
  /** What other nodes say of who is there, as they say it. */
  readonly #elsewhere = new Map<number, { node: string; state: string }>()
  /** Who went lately, and when by our clock: whoever did not hear of it would still show them. */
  readonly #left = new Map<number, number>()
  #clock = 0

  /** Nobody points at anything, and nobody has to be told that somebody no longer does. */
  get isEmpty(): boolean {
    this.#forgetLeft()
    return [this.#clientOf, this.#entries, this.#elsewhere, this.#left].every(({ size }) => !size)
  }

  /** Null when the frame says nothing its sender may say. */
  hear(owner: Present, payload: Uint8Array): Heard | null {
    const mine = this.#clientOf.get(owner)
    for (const [client, clock, state] of orBadFrame(() => readPayload(payload))) {
      if (mine === undefined ? !this.#mayTake(client, owner) : client !== mine) continue
      return this.#set(client, { owner, theirClock: clock, said: {} }, state)
    }
    return null
  }

  /** Frame for everybody else, or null when there was nothing to take back. */
  leave(owner: Present): Uint8Array | null {
    const client = this.#clientOf.get(owner)
    if (client === undefined) return null
    this.#clientOf.delete(owner)
    this.#entries.delete(client)
    return encodePresence([[client, this.#noteLeft(client), gone]])
  }

  /** Says again who somebody is, after a change of name or colour. */
  restamp(owner: Present): Uint8Array | null {
    const client = this.#clientOf.get(owner)
    const entry = client === undefined ? undefined : this.#entries.get(client)
    if (client === undefined || !entry) return null
    return encodePresence([[client, this.#tick(), JSON.stringify(stamped(entry))]])
  }

  /** What everybody says now, of those `include` lets through. */
  all(include: (owner: Present) => boolean): Uint8Array {
    return encodePresence(this.#shown(include))
  }

  /** The same for whoever was not told everything lately: also who is no longer there. */
  allSince(include: (owner: Present) => boolean): Uint8Array {
    this.#forgetLeft()
    const left = [...this.#left.keys()].map((client) => [client, this.#tick(), gone] as const)
    return encodePresence([...this.#shown(include), ...left])
  }

  /** What everybody says who is on this node. */
  allHere(): Uint8Array {
    const clock = this.#tick()
    return encodePresence(
      [...this.#entries].map(([client, entry]) => [client, clock, JSON.stringify(stamped(entry))]),
    )
  }

  /** What another node says of those who are there; answers what of it is new here. */
  hearFrom(node: string, frame: Uint8Array): Uint8Array | null {
    // A connection here is nobody's elsewhere, and what is gone is taken back by who had it last.
    const news = readPayload(presencePayloadOf(frame)).filter(
      ([client, , state]) =>
        !this.#entries.has(client) &&
        (state !== gone || this.#elsewhere.get(client)?.node === node),
    )
    for (const [client, , state] of news) {
      if (state === gone) this.#goesElsewhere(client)
      else this.#isElsewhere(client, { node, state })
    }
    return news.length > 0 ? encodePresence(news) : null
  }

  /** Takes back everybody who was there. */
  nodeIsGone(node: string): Uint8Array | null {
    const clients = [...this.#elsewhere].flatMap(([client, at]) => (at.node === node ? client : []))
    for (const client of clients) this.#goesElsewhere(client)
    const clock = this.#tick()
    return clients.length > 0
      ? encodePresence(clients.map((client) => [client, clock, gone]))
      : null
  }

  #shown(include: (owner: Present) => boolean) {
    const shown = [...this.#entries].filter(([, entry]) => include(entry.owner))
    const clock = this.#tick()
    return [
      ...shown.map(([client, entry]) => [client, clock, JSON.stringify(stamped(entry))] as const),
      ...[...this.#elsewhere].map(([client, { state }]) => [client, clock, state] as const),
    ]
  }

  #isElsewhere(client: number, at: { node: string; state: string }): void {
    this.#elsewhere.set(client, at)
    this.#left.delete(client)
  }

  #goesElsewhere(client: number): void {
    this.#elsewhere.delete(client)
    this.#noteLeft(client)
  }

  /** Answers when, by our clock. */
  #noteLeft(client: number): number {
    this.#forgetLeft()
    const clock = this.#tick()
    this.#left.delete(client)
    this.#left.set(client, clock)
    return clock
  }

  #forgetLeft(): void {
    const oldest = (Date.now() - outdatedMs) * ticksPerMs
    for (const [client, at] of this.#left) {
      if (at > oldest) return
      this.#left.delete(client)
    }
  }

  /** The first client id a connection names is its own, unless somebody else holds it. */
  #mayTake(client: number, owner: Present): boolean {
    const holder = this.#entries.get(client)?.owner
    if (!holder) return true
    // The same tab, back before its old connection was noticed to be dead.
    return holder.sessionId === owner.sessionId && holder.person.id === owner.person.id
  }

  #set(client: number, entry: Entry, state: string): Heard {
    const holder = this.#entries.get(client)?.owner
    if (holder && holder !== entry.owner) this.#clientOf.delete(holder)
    this.#clientOf.set(entry.owner, client)
    const said = readSaid(state)
    entry.said = said ?? {}
    if (said) this.#entries.set(client, entry)
    else this.#entries.delete(client)
    this.#elsewhere.delete(client)
    if (said) this.#left.delete(client)
    else this.#noteLeft(client)
    const shown = said ? JSON.stringify(stamped(entry)) : gone
    return {
      forOthers: encodePresence([[client, this.#tick(), shown]]),
      // With their own clock: they ignore it, but hear that the line is alive.
      echo: encodePresence([[client, entry.theirClock, shown]]),
    }
  }

  /**
   * Our own clock, not the clients': they ignore what is older than the newest they have heard,
   * and a tab that reconnects, or a server that restarts, would begin again below that.
   */
  #tick(): number {
    this.#clock = Math.max(this.#clock + 1, Date.now() * ticksPerMs)
    return this.#clock
  }
}

const stamped = ({ said, owner }: Entry) => ({ ...said, person: owner.person })

/** The fields a client may set, null for "I am gone". */
function readSaid(state: string): Record<string, unknown> | null {
  if (state.length > 4 * limits.presenceBytes) return {}
  const value: unknown = orBadFrame(() => JSON.parse(state))
  if (value === null) return null
  if (typeof value !== 'object') throw new BadFrame('presence is no record')
  const fields = value as Record<string, unknown>
  const said = Object.fromEntries(
    presenceKeys.flatMap((key) => {
      const value = Object.hasOwn(fields, key) ? readSaidField(key, fields[key]) : undefined
      return value === undefined ? [] : [[key, value]]
    }),
  )
  return Buffer.byteLength(JSON.stringify(said)) > limits.presenceBytes ? {} : said
}

const maxEntries = 1000

function readPayload(payload: Uint8Array): [number, number, string][] {
  const d = decoding.createDecoder(payload)
  const count = readCount(d, 3)
  if (count > maxEntries) throw new BadFrame('presence of too many')
  return Array.from({ length: count }, () => [
    decoding.readVarUint(d),
    decoding.readVarUint(d),
    decoding.readVarString(d),
  ])
}

/** The state of whoever is no longer there, as JSON. */
const gone = 'null'

/** Client id, clock, and state as JSON. */
function encodePresence(entries: readonly (readonly [number, number, string])[]): Uint8Array {
  const body = encoding.createEncoder()
  encoding.writeVarUint(body, entries.length)
  for (const [client, clock, state] of entries) {
    encoding.writeVarUint(body, client)
    encoding.writeVarUint(body, clock)
    encoding.writeVarString(body, state)
  }
  const frame = encoding.createEncoder()
  encoding.writeVarUint(frame, messageKinds.presence)
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(body))
  return encoding.toUint8Array(frame)
}
