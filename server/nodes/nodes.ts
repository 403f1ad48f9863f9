/**
 * The other nodes that serve the same workspace (S17). Rooms talk over Redis, which may vanish;
 * whatever must not be missed (rights, notices) goes through the database, which is there or
 * nothing is.
 */
import type { PresentPerson } from '@atelier/shared/sync/messages'
import type { RoomName } from '@atelier/shared/sync/room-name'
import type { Pool } from 'pg'
import type { AccessChange } from '../access/access-changes'
import { openSignals } from '../db/signals'
import { type Bus, noBus } from '../sync/bus'
import { type Clock, wallClock } from '../sync/clock'
import type { Log } from '../sync/log'
import { type News, NewsDesk, readNews } from './news'
import { type Letter, newNodeName, opened, signed } from './node-name'
import { NodesBus } from './nodes-bus'
import { OtherNodes } from './other-nodes'
import { PeopleElsewhere, type PeopleHere } from './people-elsewhere'
import { redisLine } from './redis-line'

export type NodeEvents = {
  onAccessChange(change: AccessChange): void
  onNotice(news: News & { kind: 'notice' }): void
  /** Rights and notices may have been missed. */
  onMissed(): void
  /** A node is gone, and with it the people it had in these rooms. */
  onPeopleGone(rooms: RoomName[]): void
}

export interface Nodes {
  readonly bus: Bus
  tell(news: News & { kind: 'access' | 'notice' }): void
  /** Everybody who is in this room here, whenever that changes. */
  tellPeople(room: RoomName, people: () => PresentPerson[]): void
  /** Whom other nodes have in this room; somebody may be named more than once. */
  peopleElsewhere(room: RoomName): PresentPerson[]
  close(): Promise<void>
}

export type NodesOptions = {
  redisUrl: string
  databaseUrl: string
  pool: Pool
  log: Log
  clock?: Clock
}

/** For a server that is alone. */
export const noOtherNodes: Nodes = {
  bus: noBus,
  tell: () => undefined,
  tellPeople: () => undefined,
  peopleElsewhere: () => [],
  close: async () => undefined,
}

/** What is said to all nodes by Redis; an empty one is a sign of life. */
type Said = { hello?: true; bye?: true; here?: PeopleHere[]; access?: AccessChange }

const everyone = 'atelier:nodes'
/** Of who came and went. */
const gatherMs = 50
/** Said again every two seconds, by whoever cannot hear. */
const deafMs = 6000

export function openNodes(options: NodesOptions, events: NodeEvents): Nodes {
  const { redisUrl, databaseUrl, pool, log, clock = wallClock } = options
  const node = newNodeName()
  const here = new Map<RoomName, PresentPerson[]>()
  const untold = new Map<RoomName, () => PresentPerson[]>()
  const elsewhere = new PeopleElsewhere()

  const line = redisLine({ url: redisUrl, log, onMessage: hear, onListening, onDown: beat })
  const bus = new NodesBus({
    node,
    line,
    clock,
    hint: (rooms) => {
      for (const some of inLots(rooms)) news.tell({ kind: 'stored', rooms: some })
    },
  })
  const others = new OtherNodes({ clock, beat, onGone })
  const signals = openSignals({
    databaseUrl,
    pool,
    onHear: hearSignal,
    onListening: missedSignals,
    onError: (error) => log.warn({ err: error }, 'could not listen to other nodes by the database'),
  })
  const news = new NewsDesk({
    node,
    signals,
    clock,
    onTrouble: (error) => log.warn({ err: error }, 'could not tell other nodes, trying again'),
  })
  line.subscribe(everyone)

  function say(said: Said): void {
    line.publish(everyone, signed(node, Buffer.from(JSON.stringify(said))))
  }

  function beat(): void {
    say({})
    bus.tidy()
    if (line.isUp) return
    bus.hintFor(deafMs)
    news.tell({ kind: 'deaf' })
  }

  function hear(channel: string, bytes: Buffer): void {
    const letter = opened(bytes)
    if (letter === null) onListening([channel])
    else if (letter.from !== node) {
      others.heard(letter.from)
      if (channel === everyone) hearSaid(letter)
      else bus.hear(channel, letter.from, letter.content)
    }
  }

  /** Another version of this server may say something else. */
  function hearSaid({ from, content }: Letter): void {
    try {
      take(from, JSON.parse(content.toString()) as Said)
    } catch (error) {
      log.error({ err: error }, 'could not hear another node')
    }
  }

  function take(from: string, { hello, bye, here: people = [], access }: Said): void {
    for (const one of people) elsewhere.hear(from, one)
    if (access) events.onAccessChange(access)
    if (hello) say({ here: [...here] })
    if (bye) others.left(from)
  }

  /** A class that comes in is told of once. */
  function tellUntold(): void {
    const changed = [...untold].map(([room, people]): PeopleHere => [room, people()])
    untold.clear()
    for (const [room, people] of changed) {
      if (people.length > 0) here.set(room, people)
      else here.delete(room)
    }
    say({ here: changed })
  }

  function onListening(channels: readonly string[]): void {
    if (channels.includes(everyone)) say({ hello: true, here: [...here] })
    bus.missedOn(channels.filter((channel) => channel !== everyone))
  }

  function onGone(other: string, how: 'goodbye' | 'silence'): void {
    bus.gone(other)
    // It may have ended between a change of rights and the telling of it.
    if (how === 'silence') events.onMissed()
    const rooms = elsewhere.forget(other)
    if (rooms.length > 0) events.onPeopleGone(rooms)
  }

  function hearSignal(text: string): void {
    try {
      const said = readNews(text)
      if (said.from !== node) for (const each of said.news) takeNews(each)
    } catch (error) {
      log.error({ err: error }, 'could not hear another node')
      missedSignals()
    }
  }

  function takeNews(each: News): void {
    if (each.kind === 'access') events.onAccessChange(each.change)
    else if (each.kind === 'notice') events.onNotice(each)
    else if (each.kind === 'stored') bus.missed(each.rooms)
    else if (each.kind === 'deaf') bus.hintFor(deafMs)
    else missedSignals()
  }

  function missedSignals(): void {
    events.onMissed()
    if (!line.isUp) bus.missed()
  }

  return {
    bus,
    tell(each) {
      news.tell(each)
      // Also by the other way: one of the two may be broken just now (S5).
      if (each.kind === 'access') say({ access: each.change })
    },
    tellPeople(room, people) {
      if (untold.size === 0) clock.after(gatherMs, tellUntold)
      untold.set(room, people)
    },
    peopleElsewhere: (room) => elsewhere.in(room),
    async close() {
      await news.tellRest()
      say({ bye: true })
      others.close()
      line.close()
      await signals.close()
    },
  }
}

/** So many names fit into one signal. */
const roomsAtOnce = 100

function* inLots(rooms: RoomName[]) {
  for (let at = 0; at < rooms.length; at += roomsAtOnce) yield rooms.slice(at, at + roomsAtOnce)
}
