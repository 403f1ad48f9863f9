/**
 * The least a sync server can do, done well: frames of one turn of the event loop go to everybody
 * else in the room in one write, and each is packed once. Keeps nothing, checks nothing.
 */
import { WebSocketServer } from 'ws'

const rooms = new Map()
const server = new WebSocketServer({
  host: '127.0.0.1',
  port: Number(process.env.PORT),
  perMessageDeflate: false,
})

server.on('connection', (socket, request) => {
  const room = rooms.get(request.url) ?? { tcps: new Set(), turn: [] }
  rooms.set(request.url, room)
  const tcp = request.socket
  room.tcps.add(tcp)
  socket.on('message', (message) => {
    if (room.turn.length === 0) setImmediate(endTurn, room)
    room.turn.push({ tcp, frame: Buffer.concat([header(message.length), message]) })
  })
  socket.on('error', () => socket.terminate())
  socket.on('close', () => room.tcps.delete(tcp))
})
server.on('listening', () => console.log(`listening on ${server.address().port}`))

function endTurn(room) {
  const turn = room.turn
  room.turn = []
  const all = Buffer.concat(turn.map(({ frame }) => frame))
  for (const tcp of room.tcps) {
    const hasWritten = turn.some((each) => each.tcp === tcp)
    tcp.write(hasWritten ? Buffer.concat(framesBut(turn, tcp)) : all)
  }
}

const framesBut = (turn, tcp) => turn.flatMap((each) => (each.tcp === tcp ? [] : [each.frame]))

function header(length) {
  if (length < 126) return Buffer.of(0x82, length)
  if (length < 65_536) return Buffer.of(0x82, 126, length >> 8, length & 255)
  throw new Error('longer than anything typed')
}
