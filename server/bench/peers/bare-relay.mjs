/** The least a sync server can do: hands each frame to everybody else in the room. Keeps nothing. */
import { WebSocketServer } from 'ws'

const rooms = new Map()
const server = new WebSocketServer({
  host: '127.0.0.1',
  port: Number(process.env.PORT),
  perMessageDeflate: false,
})

server.on('connection', (socket, request) => {
  const room = rooms.get(request.url) ?? new Set()
  rooms.set(request.url, room)
  room.add(socket)
  socket.on('message', (frame) => {
    for (const other of room) {
      if (other !== socket && other.readyState === other.OPEN) other.send(frame, { binary: true })
    }
  })
  socket.on('error', () => socket.terminate())
  socket.on('close', () => room.delete(socket))
})
server.on('listening', () => console.log(`listening on ${server.address().port}`))
