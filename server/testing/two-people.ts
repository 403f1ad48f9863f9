/**
 * Real rooms on a memory store, and people at the other end of wires the test can hold back:
 * `const { ana, ben } = await twoPeople()`.
 */
import { personColours } from '@atelier/shared/people/choices'
import { contentVersions, type PresentPerson, wireVersion } from '@atelier/shared/sync/messages'
import { type RoomName, roomName } from '@atelier/shared/sync/room-name'
import type * as Y from 'yjs'
import type { Admission, Knock, Ticket } from '../sync/admission'
import type { Log } from '../sync/log'
import type { RoomStore } from '../sync/room-store'
import { createRooms, type Rooms } from '../sync/rooms'
import { type HeldStore, heldStore } from './held-store'
import { MemoryBus } from './memory-bus'
import { RoomClient } from './room-client'
import { settled, TestClock } from './test-clock'
import { Wire } from './wire'

export const roomId = '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c01'
export const docRoom = roomName('doc', roomId)

/** What the gatekeeper of the test answers, by person. */
export type Answers = Map<string, Admission | 'silence' | 'failure'>

export type World = {
  /** Those of the first node. */
  rooms: Rooms
  /** Those of every node that serves the room. */
  nodes: Rooms[]
  /** The line between nodes. */
  bus: MemoryBus
  store: HeldStore
  clock: TestClock
  answers: Answers
  settledRooms: { room: RoomName; doc: Y.Doc }[]
  failsToSettle: boolean
  /** What its rooms are: see `RoomsOptions`. */
  isConfidential: boolean
  /** Who asks for rights waits for this. */
  beforeAnswer?: () => Promise<void>
  peopleChanges: RoomName[]
  logged: { level: 'warn' | 'error'; message: string; details: object }[]
  /** Connects `name` on a wire of their own, admitted as `access` unless `answers` knows better. */
  join(
    name: string,
    access?: 'read' | 'write',
    knock?: Partial<Knock>,
    node?: number,
  ): Promise<Person>
  /** The server process is gone, with all it had in memory; another takes over the same store. */
  restart(node?: number): void
}

export type Person = {
  name: string
  client: RoomClient
  doc: Y.Doc
  text: Y.Text
  wire: Wire
  /** Which one they are connected to. */
  node: number
  /** Comes back on a new wire, the way a room client does after a broken one. */
  reconnect(knock?: Partial<Knock>, node?: number): Promise<void>
}

export const personOf = (name: string): PresentPerson => ({
  id: `person-${name}`,
  name,
  colour: personColours[0],
})

export const admitted = (name: string, access: 'read' | 'write' = 'write'): Admission => ({
  kind: 'admitted',
  roomId,
  access,
  person: personOf(name),
})

export function world(nodeCount = 1): World {
  const store = heldStore()
  store.create(roomId)
  const answers: Answers = new Map()
  const logged: World['logged'] = []
  const log: Log = {
    warn: (details, message) => logged.push({ level: 'warn', message, details }),
    error: (details, message) => logged.push({ level: 'error', message, details }),
  }

  const bus = new MemoryBus()
  const processes: { isAlive: boolean; name: string }[] = []
  const people: Person[] = []
  let started = 0
  const admit = async ({ personId }: Ticket): Promise<Admission> => {
    await it.beforeAnswer?.()
    const answer = answers.get(personId) ?? { kind: 'no-access' }
    if (answer === 'failure') throw new Error('the database is away')
    if (answer === 'silence') return new Promise<Admission>(() => undefined)
    return answer
  }
  const startNode = (node: number) => {
    const process = { isAlive: true, name: `node ${started++}` }
    processes[node] = process
    it.nodes[node] = createRooms({
      store: linkTo(store, process),
      ...(nodeCount > 1 && { bus: bus.node(process.name) }),
      clock: it.clock,
      log,
      admit,
      async onSettled(room, doc) {
        it.settledRooms.push({ room, doc })
        if (it.failsToSettle) throw new Error('no summary')
      },
      onPeopleChanged: (room) => it.peopleChanges.push(room),
      isConfidential: () => it.isConfidential,
    })
  }

  const it: World = {
    store,
    clock: new TestClock(),
    answers,
    settledRooms: [],
    failsToSettle: false,
    isConfidential: false,
    peopleChanges: [],
    logged,
    nodes: [],
    get rooms() {
      return it.nodes[0] as Rooms
    },
    bus,
    async join(name, access = 'write', knock = {}, node = 0) {
      const id = `person-${name}`
      if (!answers.has(id)) answers.set(id, admitted(name, access))
      const client = new RoomClient()
      const person: Person = {
        name,
        client,
        doc: client.doc,
        text: client.doc.getText('body'),
        wire: new Wire(),
        node,
        async reconnect(again = knock, to = person.node) {
          person.wire.cut()
          person.node = to
          connect(it.nodes[to] as Rooms, person, again)
          await settled()
        },
      }
      people.push(person)
      connect(it.nodes[node] as Rooms, person, knock)
      await settled()
      return person
    },
    restart(node = 0) {
      const process = processes[node]
      if (process) process.isAlive = false
      for (const person of people) if (person.node === node) person.wire.cut()
      bus.remove(process?.name ?? '')
      startNode(node)
    },
  }
  for (let node = 0; node < nodeCount; node++) startNode(node)
  return it
}

/** What a process that was killed still had in memory never reaches the database. */
const linkTo = (store: HeldStore, process: { isAlive: boolean }): RoomStore => ({
  load: (id) => store.load(id),
  squash: (id) => store.squash(id),
  append: (id, update, personId) =>
    process.isAlive ? store.append(id, update, personId) : new Promise(() => undefined),
})

function connect(rooms: Rooms, person: Person, knock: Partial<Knock>) {
  const wire = new Wire()
  person.wire = wire
  const ticket = { personId: `person-${person.name}`, sessionId: `session-${person.name}` }
  const asked = { room: docRoom, ticket, wire: wireVersion, content: contentVersions.doc, ...knock }
  person.client.connect({ send: (frame) => wire.sendToServer(frame), drop: () => wire.cut() })
  wire.connect(person.client, (socket) => rooms.join(socket, asked))
}

export async function twoPeople(): Promise<World & { ana: Person; ben: Person }> {
  const place = world()
  const ana = await place.join('ana')
  const ben = await place.join('ben')
  return Object.assign(place, { ana, ben })
}
