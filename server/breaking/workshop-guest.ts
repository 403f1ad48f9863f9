/** Somebody in a workshop without a browser: their wall, their pad, and requests that wait while they have no network. */
import { setTimeout as wait } from 'node:timers/promises'
import { contentVersions, wireVersion } from '@atelier/shared/sync/messages'
import { type RoomName, roomName } from '@atelier/shared/sync/room-name'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { type ProtocolClient, protocolClient } from '../bench/protocol-client'

export type Answer<T> = { status: number; body: T }

/** Sends the cookies it is given, as a browser does. */
export class Visitor {
  readonly #origin: string
  cookie: string

  constructor(origin: string, cookie = '') {
    this.#origin = origin
    this.cookie = cookie
  }

  async ask<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const response = await fetch(`${this.#origin}/api${path}`, {
      method,
      headers: {
        origin: this.#origin,
        cookie: this.cookie,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const given = response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '')
    if (given.length > 0) this.cookie = [this.cookie, ...given].filter(Boolean).join('; ')
    const text = await response.text()
    return { status: response.status, body: (text ? JSON.parse(text) : null) as T }
  }

  /** Again and again, as a page does for whoever has no network or no server: what it says is the same each time. */
  async insist(method: string, path: string, body?: unknown): Promise<void> {
    for (let tries = 0; ; tries++) {
      const answer = await this.ask(method, path, body).catch(() => null)
      if (answer && answer.status < 500 && answer.status !== 429) {
        if (answer.status >= 400)
          throw new Error(`${method} ${path} was answered ${answer.status}.`)
        return
      }
      if (tries > 300) throw new Error(`${method} ${path} was never answered.`)
      await wait(100)
    }
  }
}

export type Seated = {
  visitor: Visitor
  wall: ProtocolClient
  pad: ProtocolClient
  page(): Promise<WorkshopPage>
  /** The wire is cut, or in again; what they write meanwhile is kept. */
  goAway(): Promise<void>
  comeBack(): Promise<void>
}

export async function sitAt(origin: string, workshopId: string, visitor: Visitor): Promise<Seated> {
  const page = async () => (await visitor.ask<WorkshopPage>('GET', `/workshops/${workshopId}`)).body
  const { me } = await page()
  if (!me) throw new Error('Nobody sits here.')
  const enter = (name: RoomName, kind: 'workshop' | 'pad') =>
    protocolClient(() => ({
      url: `${origin.replace('http', 'ws')}/ws/rooms/${name}?wire=${wireVersion}&content=${contentVersions[kind]}&workshop=${workshopId}`,
      headers: { origin, cookie: visitor.cookie },
    }))
  const wall = enter(roomName('workshop', workshopId), 'workshop')
  const pad = enter(roomName('pad', me.padId), 'pad')
  const comeBack = async () => void (await Promise.all([wall.enter(), pad.enter()]))
  await comeBack()
  return {
    ...{ visitor, wall, pad, page, comeBack },
    goAway: async () => void (await Promise.all([wall.leave(), pad.leave()])),
  }
}
