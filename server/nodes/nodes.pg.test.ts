/** Three nodes, each the whole house, on one Postgres and one Redis: real ones. */
import { setTimeout as wait } from 'node:timers/promises'
import type { ProjectPage } from '@atelier/shared/projects/project'
import { closeCodes } from '@atelier/shared/sync/close-codes'
import { contentVersions, wireVersion } from '@atelier/shared/sync/messages'
import type { RoomName } from '@atelier/shared/sync/room-name'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProtocolClient } from '../bench/protocol-client'
import type { ThrowawayRedis } from '../launch/throwaway-redis'
import type { Fault, FaultProxy } from '../testing/fault-proxy'
import type { LiveApp } from '../testing/live-app'
import type { MadePerson } from '../testing/make'
import { Random } from '../testing/random'
import { type Scene, type SeveralNodes, severalNodes } from '../testing/several-nodes'

let house: SeveralNodes
let first: LiveApp
let second: LiveApp

beforeAll(async () => {
  house = await severalNodes(3)
  ;[first, second] = house.nodes as [LiveApp, LiveApp]
})
afterAll(() => house.stop())

const textOf = ({ doc }: ProtocolClient) => doc.getText('body')
const write = (person: ProtocolClient, words: string) => textOf(person).insert(0, words)
const reads = (person: ProtocolClient, words: string) =>
  person.until(() => textOf(person).toString().includes(words))

/** Ana in the first node, Ben in the second, who have met. */
async function apart(): Promise<Scene & { anas: ProtocolClient; bens: ProtocolClient }> {
  const scene = await house.newScene()
  const anas = await house.enter(scene, scene.ana, 0)
  const bens = await house.enter(scene, scene.ben, 1)
  write(anas, 'hello')
  await reads(bens, 'hello')
  return { ...scene, anas, bens }
}

const roomPath = (room: RoomName) =>
  `/ws/rooms/${room}?wire=${wireVersion}&content=${contentVersions.doc}`

/** In the room, as its welcome tells. */
async function enterBare(node: LiveApp, room: RoomName, person: MadePerson) {
  const socket = node.open(roomPath(room), await node.signedIn(person))
  await socket.next()
  return socket
}

type Trouble = (redis: ThrowawayRedis, roads: FaultProxy[]) => Promise<void> | void
function sufferAll(roads: FaultProxy[], fault: Fault) {
  for (const road of roads) road.suffer(fault)
}

/** What happens to Redis, and how it ends. */
const troubles: [name: string, trouble: Trouble, mend: Trouble][] = [
  ['is frozen and thaws', (redis) => redis.freeze(), (redis) => redis.thaw()],
  ['is gone and comes back', (redis) => redis.stop(), (redis) => redis.start()],
  ['forgets everything', (redis) => redis.flush(), () => undefined],
  [
    'is restarted',
    async (redis) => {
      await redis.stop()
      await redis.start()
    },
    () => undefined,
  ],
  [
    'is out of reach for one of them, which nobody tells',
    (_, roads) => roads[1]?.suffer({ kind: 'dark' }),
    (_, roads) => roads[1]?.suffer({ kind: 'none' }),
  ],
  [
    'cuts every connection in the middle of what is said',
    (_, roads) => sufferAll(roads, { kind: 'cut', afterBytes: 200 }),
    (_, roads) => sufferAll(roads, { kind: 'none' }),
  ],
  [
    'is heard late',
    (_, roads) => sufferAll(roads, { kind: 'delay', ms: 300 }),
    (_, roads) => sufferAll(roads, { kind: 'none' }),
  ],
  [
    'is heard with holes, twice and wrongly',
    (_, roads) => sufferAll(roads, { kind: 'garble', chance: 0.2, random: new Random(5) }),
    (_, roads) => sufferAll(roads, { kind: 'none' }),
  ],
]

const leave = (...people: ProtocolClient[]) => Promise.all(people.map((person) => person.leave()))

describe('[S17] in two nodes', () => {
  test('people write together, and each is told what is stored', async () => {
    const { anas, bens } = await apart()
    write(bens, 'and back ')
    await reads(anas, 'and back hello')
    await Promise.all([anas.settled(), bens.settled()])
    await leave(anas, bens)
  })

  test('everybody who is in a room is listed, and no longer once they left', async () => {
    const { ana, ben, project, anas, bens } = await apart()
    const isListed = async (node: LiveApp) => {
      const page = await (await node.as(ana)).get(`/api/projects/${project.id}`)
      const { docs } = page.body as ProjectPage
      return docs.some(({ here }) => JSON.stringify(here).includes(ben.id))
    }
    const until = async (wanted: boolean) => {
      for (const node of [first, second]) {
        while ((await isListed(node)) !== wanted) await wait(20)
      }
    }
    await until(true)
    await bens.leave()
    await until(false)
    await anas.leave()
  })

  test('a change made on one is noticed on the other', async () => {
    const { ana, ben, project } = await house.newScene()
    const headers = await second.signedIn(ben)
    const bens = second.open('/ws/notices', headers)
    await bens.opened
    await (await first.as(ana)).patch(`/api/projects/${project.id}`, { title: 'Renamed' })
    expect(await bens.next()).toEqual({ text: JSON.stringify({ what: 'project', id: project.id }) })
    bens.socket.close()
  })
})

/** Well before everybody is asked again in any case. */
const soon = 15_000

describe('[S5] within a second, on whatever node they are, out goes', { timeout: soon }, () => {
  test('who is removed from a project', async () => {
    const { ana, ben, project, room } = await house.newScene()
    const bens = await enterBare(second, room, ben)
    const removed = await (await first.as(ana)).delete(
      `/api/projects/${project.id}/members/${ben.id}`,
    )
    expect(removed.status).toBeLessThan(300)
    expect(await bens.closed()).toBe(closeCodes.noAccess)
  })

  test('who signs out elsewhere', async () => {
    const { ben, room } = await house.newScene()
    const headers = await second.signedIn(ben)
    const bens = second.open(roomPath(room), headers)
    await bens.opened
    await first.browser(headers.cookie).post('/api/sign-out')
    expect(await bens.closed()).toBe(closeCodes.signedOut)
  })

  test('who lost their right while the line between the nodes was cut, once it is back', async () => {
    const { ana, ben, project, room } = await house.newScene()
    const bens = await enterBare(second, room, ben)
    await house.database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and (query like 'listen%' or query = 'select 1')`,
    )
    await (await first.as(ana)).delete(`/api/projects/${project.id}/members/${ben.id}`)
    expect(await bens.closed()).toBe(closeCodes.noAccess)
  })
})

describe('[S2][S17] nothing is lost and everybody meets again when Redis', () => {
  test.for(troubles)('%s', async ([, trouble, mend]) => {
    const { anas, bens, ...scene } = await apart()
    await trouble(house.redis, house.roads)
    // Also long after each has noticed that the other is not heard any more.
    for (const round of ['at once', 'soon', 'later']) {
      write(anas, `ana ${round} `)
      write(bens, `ben ${round} `)
      await Promise.all([reads(anas, `ben ${round}`), reads(bens, `ana ${round}`)])
    }
    await Promise.all([anas.settled(), bens.settled()])
    // Somebody who comes now gets all of it, too.
    const late = await house.enter(scene, scene.ana, 1)
    expect(textOf(late).toString()).toBe(textOf(anas).toString())
    await mend(house.redis, house.roads)
    write(late, 'afterwards ')
    await Promise.all([anas, bens].map((person) => reads(person, 'afterwards')))
    expect(textOf(bens).toString()).toBe(textOf(anas).toString())
    await leave(anas, bens, late)
  })
})

test('[S11] two nodes squash one room at the same moment, and nothing is missing', async () => {
  const scene = await apart()
  const { anas, bens } = scene
  for (let n = 0; n < 300; n++) {
    write(n % 2 ? anas : bens, `${n} `)
    if (n % 50 === 0) await wait(10)
  }
  await Promise.all([anas.settled(), bens.settled()])
  await Promise.all([reads(anas, '298 '), reads(bens, '299 ')])
  // Both settle as soon as everybody is gone.
  await leave(anas, bens)
  const late = await house.enter(scene, scene.ana, 0)
  expect(textOf(late).toString().split(' ')).toHaveLength(301)
  await late.leave()
})
