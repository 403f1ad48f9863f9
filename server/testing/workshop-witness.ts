/** Somebody in a workshop over real sockets, of whom every byte that comes to them is kept. */
import { must } from '@atelier/shared/basics/must'
import { contentVersions, wireVersion } from '@atelier/shared/sync/messages'
import { parseRoomName, type RoomName } from '@atelier/shared/sync/room-name'
import { readWall, type Wall } from '@atelier/shared/workshops/wall'
import type { WebSocket } from 'ws'
import { guestCookie } from '../access/guest-token'
import type { LiveApp } from './live-app'
import type { MadeGuest } from './make-workshop'
import { RoomClient } from './room-client'
import { type Browser, testOrigin } from './test-app'

type Headers = { cookie: string; origin: string }

export type WitnessedRoom = {
  client: RoomClient
  wall(): Wall
  /** Resolves when `holds` does: looked at after everything that comes. */
  until(holds: () => boolean): Promise<void>
  /** Everything written is stored. */
  saved(): Promise<void>
  drop(): Promise<void>
}

export class Witness {
  readonly heard: Uint8Array[] = []
  readonly browser: Browser
  readonly #app: LiveApp
  readonly #workshopId: string
  readonly #headers: Headers
  readonly #sockets = new Set<WebSocket>()

  constructor(app: LiveApp, workshopId: string, headers: Headers) {
    this.#app = app
    this.#workshopId = workshopId
    this.#headers = headers
    this.browser = app.browser(headers.cookie)
  }

  get everything(): Buffer {
    return Buffer.concat(this.heard)
  }

  /** Comes in, and has what is there. Rejects with the code where the door stays shut. */
  async enter(room: RoomName, client = new RoomClient()): Promise<WitnessedRoom> {
    const kind = must(parseRoomName(room), 'room').kind
    const query = `wire=${wireVersion}&content=${contentVersions[kind]}&workshop=${this.#workshopId}`
    const socket = this.#open(`/ws/rooms/${room}?${query}`)
    const lookers = new Set<() => void>()
    const look = () => {
      for (const one of [...lookers]) one()
    }
    socket.on('message', (data) => {
      client.onFrame(new Uint8Array(data as Buffer))
      look()
    })
    socket.on('close', (code, reason) => {
      client.onClose(code, String(reason))
      look()
    })
    const until = (holds: () => boolean) =>
      new Promise<void>((resolve, reject) => {
        const one = () => {
          if (!holds() && !client.closed) return
          lookers.delete(one)
          if (holds()) resolve()
          else reject(client.closed)
        }
        lookers.add(one)
        one()
      })
    socket.once('open', () =>
      client.connect({ send: (frame) => socket.send(frame), drop: () => socket.close() }),
    )
    await until(() => client.welcome !== null && client.step1s > 0)
    return {
      client,
      until,
      wall: () => readWall(client.doc),
      saved: () => until(() => client.sent === client.stored),
      drop: () => closed(socket),
    }
  }

  notices(): Promise<void> {
    const socket = this.#open(`/ws/notices?workshop=${this.#workshopId}`)
    return new Promise((resolve) => socket.once('open', () => resolve()))
  }

  async leave(): Promise<void> {
    await Promise.all([...this.#sockets].map(closed))
  }

  #open(path: string): WebSocket {
    const { socket } = this.#app.open(path, this.#headers)
    this.#sockets.add(socket)
    socket.on('message', (data) => this.heard.push(new Uint8Array(data as Buffer)))
    socket.on('close', (_code, reason) => this.heard.push(new Uint8Array(reason)))
    return socket
  }
}

function closed(socket: WebSocket): Promise<void> {
  if (socket.readyState === socket.CLOSED) return Promise.resolve()
  return new Promise((resolve) => {
    socket.once('close', () => resolve())
    socket.close()
  })
}

export const guestHeaders = (app: LiveApp, workshopId: string, { token }: MadeGuest): Headers => ({
  cookie: `${guestCookie(app.deps.cookie, workshopId).name}=${token}`,
  origin: testOrigin,
})
