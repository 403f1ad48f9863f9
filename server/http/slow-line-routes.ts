/**
 * The fallback for networks that let no websocket through (F9): `POST /slow/rooms/:room` and `POST /slow/notices` open a
 * line, as the sockets at `/ws/…` do with the same words in the address; then `POST /slow/lines/:line?first=n` brings
 * frames up and `GET /slow/lines/:line?after=n` waits for those that come down. A line lives on one server: behind a
 * balancer that knows nothing of them, whoever is led to another is told not-found and opens a new one.
 */

import { refuse } from '@atelier/shared/refusals'
import { closeCodes } from '@atelier/shared/sync/close-codes'
import { limits } from '@atelier/shared/sync/limits'
import type { RoomName } from '@atelier/shared/sync/room-name'
import { type Context, Hono } from 'hono'
import * as decoding from 'lib0/decoding'
import type { Notices } from '../notices/notices'
import type { Knock, Ticket } from '../sync/admission'
import type { Rooms } from '../sync/rooms'
import type { SocketEvents } from '../sync/socket'
import { clientAddress } from './client-address'
import { rateLimit } from './rate-limit'
import { readBytes } from './read-bytes'
import type { SlowLine } from './slow-line'
import { SlowLines } from './slow-lines'

export type SlowLineDeps = {
  rooms: Pick<Rooms, 'join'>
  notices: Pick<Notices, 'join'>
  trustProxy: boolean
  ticketOf(c: Context): Promise<Ticket | null>
  lines?: SlowLines
}

/** One request, at most: a frame and what is around it. */
const pushBytes = limits.frameBytes + 64
const longestSecret = 64
/** Of notices that nobody is known to have. */
const unsentBytes = 256 * 1024

export function slowLineRoutes({ rooms, notices, trustProxy, ticketOf, lines }: SlowLineDeps) {
  const all = lines ?? new SlowLines()
  const opening = rateLimit({ most: 600, windowMs: 60_000 })
  const open = (c: Context, join: (line: SlowLine) => SocketEvents) => {
    opening(clientAddress(c, trustProxy))
    return c.json({ line: all.open(join) }, 201)
  }
  const lineOf = (c: Context) => all.get((c.req.param('line') ?? '').slice(0, longestSecret))

  return new Hono()
    .post('/slow/rooms/:room', async (c) => {
      const room = c.req.param('room') as RoomName
      const ticket = await ticketOf(c)
      const knock: Knock = {
        room,
        ticket,
        wire: numberIn(c, 'wire'),
        content: numberIn(c, 'content'),
      }
      return open(c, (line) => rooms.join(line, knock))
    })

    .post('/slow/notices', async (c) => {
      const ticket = await ticketOf(c)
      return open(c, (line) => joinNotices(line, ticket, { notices, beat: () => all.sweep() }))
    })

    .post('/slow/lines/:line', async (c) => {
      const line = lineOf(c)
      const body = await readBytes(c.req.raw, pushBytes)
      await line.push(numberIn(c, 'first'), framesIn(body))
      return c.body(null, 204)
    })

    .get('/slow/lines/:line', async (c) => {
      const { frames, upTo, closed } = await lineOf(c).pull(numberIn(c, 'after'), c.req.raw.signal)
      c.header('content-type', 'application/octet-stream')
      c.header('cache-control', 'no-store')
      c.header('x-line-up-to', String(upTo))
      if (closed !== null) c.header('x-line-closed', String(closed))
      return c.body(new Uint8Array(frames))
    })

    .post('/slow/lines/:line/end', (c) => {
      all.end((c.req.param('line') ?? '').slice(0, longestSecret))
      return c.body(null, 204)
    })
}

/** A number that counts something; 0 for anything else. */
function numberIn(c: Context, name: string): number {
  const said = Number(c.req.query(name))
  return Number.isSafeInteger(said) && said >= 0 ? said : 0
}

function framesIn(body: Uint8Array): Uint8Array[] {
  const decoder = decoding.createDecoder(body)
  const frames: Uint8Array[] = []
  try {
    while (decoding.hasContent(decoder)) frames.push(decoding.readVarUint8Array(decoder))
  } catch {
    return refuse('invalid')
  }
  return frames
}

/** Notices go down only; each is a frame of its letters. */
function joinNotices(
  line: SlowLine,
  ticket: Ticket | null,
  { notices, beat }: { notices: Pick<Notices, 'join'>; beat(): void },
): SocketEvents {
  const letters = new TextEncoder()
  let leave = () => undefined as unknown
  if (!ticket) line.close(closeCodes.signedOut)
  else {
    leave = notices.join({
      sessionId: ticket.sessionId,
      send(text) {
        // As on a websocket: who reads this slowly comes back and asks for all anew.
        if (line.unsentBytes > unsentBytes) line.close(closeCodes.tooSlow)
        else line.send(letters.encode(text))
      },
      close: (reason) => line.close(closeCodes[reason]),
      ping: beat,
    })
  }
  return {
    onMessage: () => line.close(closeCodes.badFrame),
    onPong: () => undefined,
    onDrain: () => undefined,
    onClose: () => void leave(),
  }
}
