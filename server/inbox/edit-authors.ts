/**
 * Who wrote what in rooms since they were last looked at, by Yjs's ids. Whoever brought a piece first is its
 * author, so nobody puts anything down to somebody else; what nobody brought since then is nobody's.
 */
import type { RoomName } from '@atelier/shared/sync/room-name'
import * as Y from 'yjs'

export type Authors = {
  writerOf(id: Y.ID): string | null
  /** Who took away what had this id. */
  deleterOf(id: Y.ID): string | null
}

const nobodyKnown: Authors = { writerOf: () => null, deleterOf: () => null }

type Span = { from: number; to: number; person: string }
type Spans = Map<number, Span[]>
type Heard = { written: Spans; deleted: Spans; size: number }

/** What is beyond is nobody's until the room is looked at: it costs names, and neither memory nor time. */
const mostSpans = 20_000
const mostRooms = 1_000

export type EditAuthors = {
  hear(room: RoomName, update: Uint8Array, personId: string | null): void
  /** Who wrote until now; from here on it begins anew. */
  take(room: RoomName): Authors & { giveBack(): void }
}

export function editAuthors(): EditAuthors {
  const rooms = new Map<RoomName, Heard>()

  function heardIn(room: RoomName): Heard {
    const known = rooms.get(room)
    if (known) return known
    if (rooms.size >= mostRooms) rooms.clear()
    const made: Heard = { written: new Map(), deleted: new Map(), size: 0 }
    rooms.set(room, made)
    return made
  }

  return {
    hear(room, update, person) {
      if (person === null) return
      const heard = heardIn(room)
      const { structs, ds } = Y.decodeUpdate(update)
      for (const struct of structs) {
        const { client, clock } = struct.id
        if (!(struct instanceof Y.Skip))
          add(heard, heard.written, client, clock, struct.length, person)
      }
      for (const [client, gone] of ds.clients)
        for (const { clock, len } of gone) add(heard, heard.deleted, client, clock, len, person)
    },
    take(room) {
      const heard = rooms.get(room)
      rooms.delete(room)
      if (!heard) return { ...nobodyKnown, giveBack: () => undefined }
      return {
        writerOf: finder(heard.written),
        deleterOf: finder(heard.deleted),
        giveBack() {
          const since = rooms.get(room)
          rooms.set(room, since && heard.size < mostSpans ? joined(heard, since) : heard)
        },
      }
    },
  }
}

function add(
  heard: Heard,
  spans: Spans,
  client: number,
  from: number,
  length: number,
  person: string,
): void {
  const own = spans.get(client) ?? []
  spans.set(client, own)
  const last = own.at(-1)
  if (last?.person === person && last.to === from) last.to = from + length
  else if (heard.size < mostSpans) {
    own.push({ from, to: from + length, person })
    heard.size++
  }
}

/** From each edge to the next it is one person's, or nobody's. */
type Pieces = { edges: number[]; people: (string | null)[] }

/** Of a client the spans are put in order when it is first asked for. */
function finder(spans: Spans): (id: Y.ID) => string | null {
  const inOrder = new Map<number, Pieces>()
  return ({ client, clock }) => {
    const own = spans.get(client)
    if (!own) return null
    const pieces = inOrder.get(client) ?? piecesOf(own)
    inOrder.set(client, pieces)
    return personAt(pieces, clock)
  }
}

/** Where spans overlap, the first one's. Never span against span: a hostile room has as many as it may. */
function piecesOf(own: readonly Span[]): Pieces {
  const edges = [...new Set(own.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const places = new Map(edges.map((edge, nth) => [edge, nth]))
  const placeOf = (edge: number) => places.get(edge) ?? 0
  const people = edges.map((): string | null => null)
  /** From each piece towards the next that is nobody's, itself where it is so. */
  const onwards = edges.map((_, nth) => nth)
  const free = (from: number): number => {
    let at = from
    for (let next = onwards[at]; next !== undefined && next !== at; next = onwards[at]) {
      onwards[at] = onwards[next] ?? next
      at = next
    }
    return at
  }
  for (const { from, to, person } of own)
    for (let at = free(placeOf(from)); at < placeOf(to); at = free(at)) {
      people[at] = person
      onwards[at] = at + 1
    }
  return { edges, people }
}

function personAt({ edges, people }: Pieces, clock: number): string | null {
  let [low, high] = [0, edges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edges[middle] ?? 0) <= clock) low = middle + 1
    else high = middle
  }
  return people[low - 1] ?? null
}

function joined(first: Heard, then: Heard): Heard {
  const both = (a: Spans, b: Spans): Spans =>
    new Map([
      ...a,
      ...[...b].map(([client, own]): [number, Span[]] => [
        client,
        [...(a.get(client) ?? []), ...own],
      ]),
    ])
  return {
    written: both(first.written, then.written),
    deleted: both(first.deleted, then.deleted),
    size: first.size + then.size,
  }
}
