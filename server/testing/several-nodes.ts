/** Several nodes of one workspace in this process, with a real Postgres and Redis between them. */
import { contentVersions, wireVersion } from '@atelier/shared/sync/messages'
import { type RoomName, roomName } from '@atelier/shared/sync/room-name'
import { type ProtocolClient, protocolClient } from '../bench/protocol-client'
import { type ThrowawayRedis, throwawayRedis } from '../launch/throwaway-redis'
import { openNodes } from '../nodes/nodes'
import type { Log } from '../sync/log'
import { type FaultProxy, faultProxy } from './fault-proxy'
import { type LiveApp, liveApp } from './live-app'
import {
  type MadePerson,
  type MadeProject,
  makeDoc,
  makePerson,
  makeProject,
  makeWorkspace,
} from './make'
import { type TestDatabase, testDatabase } from './test-database'

export type SeveralNodes = {
  nodes: LiveApp[]
  redis: ThrowawayRedis
  /** From each node to Redis. */
  roads: FaultProxy[]
  database: TestDatabase
  /** A doc whose lead is `ana`; `ben` contributes. */
  newScene(): Promise<Scene>
  /** In the room through this node, with a browser's patience for what breaks. */
  enter(scene: Scene, person: MadePerson, node: number): Promise<ProtocolClient>
  stop(): Promise<void>
}

export type Scene = { ana: MadePerson; ben: MadePerson; project: MadeProject; room: RoomName }

const quiet: Log = { warn: () => undefined, error: () => undefined }

export async function severalNodes(count: number): Promise<SeveralNodes> {
  const database = await testDatabase()
  const { db, pool, url: databaseUrl } = database
  if (databaseUrl === null) throw new Error('Several nodes need a Postgres server.')
  const redis = await throwawayRedis()
  const goal = { host: '127.0.0.1', port: Number(new URL(redis.url).port) }
  const roads = await Promise.all(Array.from({ length: count }, () => faultProxy(goal)))
  const start = ({ port }: FaultProxy) =>
    liveApp({
      database,
      openNodes: (events) => {
        const redisUrl = `redis://127.0.0.1:${port}`
        return openNodes({ redisUrl, databaseUrl, pool, log: quiet }, events)
      },
    })
  const nodes = await Promise.all(roads.map(start))
  const workspace = await makeWorkspace(db)
  return {
    nodes,
    redis,
    roads,
    database,
    async newScene() {
      const [ana, ben] = [await makePerson(db, workspace), await makePerson(db, workspace)]
      const project = await makeProject(db, ana, { members: [[ben, 'contributor']] })
      const doc = await makeDoc(db, project, ana)
      return { ana, ben, project, room: roomName('doc', doc.id) }
    },
    async enter({ room }, person, node) {
      const app = nodes[node] as LiveApp
      const headers = await app.signedIn(person)
      const versions = `wire=${wireVersion}&content=${contentVersions.doc}`
      const url = `${app.origin}/ws/rooms/${room}?${versions}`
      const client = protocolClient(() => ({ url, headers }))
      await client.enter()
      return client
    },
    async stop() {
      await Promise.all(nodes.map((node) => node.stop()))
      await Promise.all(roads.map((road) => road.close()))
      await redis.stop()
      await database.close()
    },
  }
}
