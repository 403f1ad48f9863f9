/** Nodes, their Postgres and Redis, people with rights, and a model of all of them. */
import { contentVersions, wireVersion } from '@atelier/shared/sync/messages'
import { roomName } from '@atelier/shared/sync/room-name'
import { sessionCookieOn, writeToken } from '../access/cookie'
import { signInSessions } from '../access/sign-in-session'
import type { ClientAddress } from '../bench/client-address'
import { makeHouse, type NodeProcess } from '../bench/house-process'
import { type ProtocolClient, protocolClient } from '../bench/protocol-client'
import { openDatabase } from '../db/connect'
import { type OwnPostgres, ownPostgres } from '../launch/throwaway-postgres'
import { type ThrowawayRedis, throwawayRedis } from '../launch/throwaway-redis'
import { makeDoc, makePerson, makeProject, makeWorkspace } from '../testing/make'
import type { Random } from '../testing/random'

export type StageWish = { nodes: number; people: number; random: Random }

/** What the model knows of somebody. The first, the lead, keeps their rights. */
export type Cast = {
  personId: string
  client: ProtocolClient
  role: 'lead' | 'contributor' | 'viewer' | null
  /** Null when signed out. */
  cookie: string | null
  /** Since when they may read nothing any more. */
  shutOutAt: number | null
  /** Not while their rights are about to change: what they type then may be refused. */
  mayType: boolean
  addressOf(node: NodeProcess): ClientAddress
}

export type Stage = {
  random: Random
  postgres: OwnPostgres
  redis: ThrowawayRedis
  nodes: readonly NodeProcess[]
  running: Set<NodeProcess>
  cast: readonly Cast[]
  lead: Cast
  projectId: string
  words: { word: string; at: number }[]
  may(one: Cast, what: 'read' | 'write'): boolean
  /** Whoever is shut out has heard nothing of what was written more than a second later (S5). */
  requireDeaf(one: Cast): void
  signIn(one: Cast): Promise<void>
  /** As somebody, through any node that runs; throws unless it was done. */
  ask(one: Cast, method: string, path: string, body?: unknown): Promise<void>
  close(): Promise<void>
}

/** Signals travel, and clocks of two processes are compared. */
const graceMs = 1500

export async function openStage({ nodes: count, people, random }: StageWish): Promise<Stage> {
  const [postgres, redis] = [await ownPostgres({ durable: true }), await throwawayRedis()]
  const backend = { postgres: postgres.url }
  const house = await makeHouse({ backend, core: null, redis: redis.url })
  const database = await openDatabase({
    databaseUrl: house.databaseUrl,
    dataDir: '',
    onLost: (error) => {
      throw error
    },
    // It is taken away on purpose.
    onIdleError: () => undefined,
  })
  const { db } = database
  const workspace = await makeWorkspace(db)
  const lead = await makePerson(db, workspace)
  const others = [] as string[]
  while (others.length < people - 1) others.push((await makePerson(db, workspace)).id)
  const members = others.map((id) => [{ id }, 'contributor'] as const)
  const project = await makeProject(db, lead, { members: members as never })
  const room = roomName('doc', (await makeDoc(db, project, lead)).id)

  const nodes: NodeProcess[] = [house]
  while (nodes.length < count) nodes.push(await house.anotherNode())
  await Promise.all(nodes.map((node) => node.start()))
  const running = new Set(nodes)
  const anyNode = () => random.pick(running.size > 0 ? [...running] : nodes)
  const cast = [lead.id, ...others].map((personId, nth): Cast => {
    const addressOf = ({ origin }: NodeProcess) => ({
      url: `${origin.replace('http', 'ws')}/ws/rooms/${room}?wire=${wireVersion}&content=${contentVersions.doc}`,
      headers: { origin, cookie: one.cookie ?? 'session=none' },
    })
    const one: Cast = {
      personId,
      client: protocolClient(() => addressOf(anyNode())),
      role: nth === 0 ? 'lead' : 'contributor',
      cookie: null,
      shutOutAt: null,
      mayType: true,
      addressOf,
    }
    return one
  })

  const stage: Stage = {
    random,
    postgres,
    redis,
    nodes,
    running,
    cast,
    lead: cast[0] as Cast,
    projectId: project.id,
    words: [],
    may: ({ role, cookie }, what) =>
      cookie !== null && role !== null && (what === 'read' || role !== 'viewer'),
    requireDeaf({ shutOutAt, client }) {
      if (shutOutAt === null) return
      const heard = client.doc.getText('body').toString()
      const late = stage.words.find(
        ({ word, at }) => at > shutOutAt + graceMs && heard.includes(word),
      )
      if (late) throw new Error(`[S5] Somebody shut out heard ${late.word} all the same.`)
    },
    async signIn(one) {
      const { token, session } = await signInSessions(db).create(one.personId, '')
      one.cookie = writeToken(token, session.endsAt, sessionCookieOn(null)).split(';')[0] ?? ''
    },
    async ask(one, method, path, body) {
      const { origin } = anyNode()
      const response = await fetch(`${origin}/api${path}`, {
        method,
        headers: { origin, cookie: one.cookie ?? '', 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`)
    },
    async close() {
      await Promise.all(cast.map(({ client }) => client.leave()))
      await database.close()
      await house.remove()
      await redis.stop()
      await postgres.stop()
    },
  }
  for (const one of cast) await stage.signIn(one)
  await Promise.all(cast.map(({ client }) => client.enter()))
  return stage
}
