/**
 * The least a server can do for whoever joins: answers every sync step 1 with the same ready-made
 * sync step 2, the file in BLOB. Neither reads what it gets nor keeps it.
 */
import { readFileSync } from 'node:fs'
import { WebSocketServer } from 'ws'

const blob = readFileSync(process.env.BLOB ?? '')
const answer = Buffer.concat([Buffer.of(0, 1), varUint(blob.length), blob])
const server = new WebSocketServer({
  host: '127.0.0.1',
  port: Number(process.env.PORT),
  perMessageDeflate: false,
})

server.on('connection', (socket) => {
  socket.on('message', (message) => {
    if (message[0] === 0 && message[1] === 0) socket.send(answer, { binary: true })
  })
  socket.on('error', () => socket.terminate())
})
server.on('listening', () => console.log(`listening on ${server.address().port}`))

function varUint(value) {
  const bytes = []
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push(128 | (rest & 127))
  return Buffer.from([...bytes, rest])
}
