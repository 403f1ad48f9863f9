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

/** Beyond these nobody is known any more: it costs names, and no memory. */
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
    if (known && known.size < mostSpans) return known
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
        writerOf: (id) => personAt(heard.written, id),
        deleterOf: (id) => personAt(heard.deleted, id),
        giveBack() {
          const since = rooms.get(room)
          rooms.set(room, since ? joined(heard, since) : heard)
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
  else {
    own.push({ from, to: from + length, person })
    heard.size++
  }
}

const personAt = (spans: Spans, { client, clock }: Y.ID): string | null =>
  spans.get(client)?.find(({ from, to }) => from <= clock && clock < to)?.person ?? null

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
