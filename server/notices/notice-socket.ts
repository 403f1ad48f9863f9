import { closeCodes } from '@atelier/shared/sync/close-codes'
import { upgradeWebSocket } from '@hono/node-server'
import type { Context, Handler } from 'hono'
import type { WebSocket } from 'ws'
import type { Ticket } from '../sync/admission'
import type { Notices } from './notices'

/** Nothing is ever read from this socket. */
const unsentBytes = 256 * 1024

/**
 * `GET /ws/notices`. Accepted and then closed with 4401 when nobody is signed in, because a
 * browser cannot see an HTTP status here and would try for ever.
 */
export const noticeSocket = (
  notices: Notices,
  ticketOf: (c: Context) => Promise<Ticket | null>,
): Handler =>
  upgradeWebSocket(async (c) => {
    const ticket = await ticketOf(c)
    let leave: (() => void) | null = null
    return {
      onOpen(_event, ws) {
        if (!ticket) return ws.close(closeCodes.signedOut, 'signedOut')
        const raw = ws.raw as WebSocket
        leave = notices.join({
          sessionId: ticket.sessionId,
          send(text) {
            // Who reads this slowly loses notices, so they are sent away to come back and refetch.
            if (raw.bufferedAmount > unsentBytes) ws.close(closeCodes.tooSlow, 'tooSlow')
            else ws.send(text)
          },
          close: (reason) => ws.close(closeCodes[reason], reason),
          ping: pingOf(raw),
        })
      },
      onMessage: (_event, ws) => ws.close(closeCodes.badFrame, 'badFrame'),
      onClose: () => leave?.(),
      onError: () => leave?.(),
    }
  })

function pingOf(socket: WebSocket) {
  let answered = true
  socket.on('pong', () => {
    answered = true
  })
  return () => {
    if (!answered) return socket.terminate()
    answered = false
    socket.ping()
  }
}
