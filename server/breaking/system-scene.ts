/** People in one project of the stage, with a doc and a board, and a model of who may do what. */
import { contentVersions, wireVersion } from '@atelier/shared/sync/messages'
import { type RoomName, roomName } from '@atelier/shared/sync/room-name'
import { sessionCookieOn, writeToken } from '../access/cookie'
import { signInSessions } from '../access/sign-in-session'
import type { ClientAddress } from '../bench/client-address'
import { type ProtocolClient, protocolClient } from '../bench/protocol-client'
import { makeBoard, makeDoc, makePerson, makeProject } from '../testing/make'
import { Random } from '../testing/random'
import { anyNode, type Stage, type StageNode } from './system-stage'

export type SceneWish = { people: number; seed: number }

export const roomKinds = ['doc', 'board'] as const
export type SceneRoom = (typeof roomKinds)[number]

/** What the model knows of somebody. The first, the lead, keeps their rights. */
export type Cast = {
  nth: number
  personId: string
  in: Record<SceneRoom, ProtocolClient>
  role: 'lead' | 'contributor' | 'viewer' | null
  isSuspended: boolean
  /** Null when signed out. */
  cookie: string | null
  /** Since when they may read nothing any more. */
  shutOutAt: number | null
  /** Not while their rights are about to change: what they type then may be refused. */
  mayType: boolean
}

export type Scene = {
  seed: number
  /** What happens. Nothing else draws from it, so that a seed always tells the same story. */
  plan: Random
  /** All else: when keys are pressed, and by which node somebody comes. */
  random: Random
  stage: Stage
  cast: readonly Cast[]
  lead: Cast
  projectId: string
  ids: Record<SceneRoom, string>
  isArchived: boolean
  words: { word: string; at: number }[]
  /** Every card anybody has made. */
  cards: string[]
  /** What happened, in order. */
  story: string[]
  addressOf(one: Cast, room: SceneRoom, node: StageNode): ClientAddress
}

export async function newScene(stage: Stage, { people, seed }: SceneWish): Promise<Scene> {
  const { db } = stage.database
  const [plan, random] = [new Random(seed), new Random(-seed)]
  const lead = await makePerson(db, stage.workspace)
  const others = []
  while (others.length < people - 1) others.push(await makePerson(db, stage.workspace))
  const project = await makeProject(db, lead, {
    members: others.map((person) => [person, 'contributor']),
  })
  const ids = {
    doc: (await makeDoc(db, project, lead)).id,
    board: (await makeBoard(db, project, lead)).id,
  }
  const names: Record<SceneRoom, RoomName> = {
    doc: roomName('doc', ids.doc),
    board: roomName('board', ids.board),
  }
  const addressOf: Scene['addressOf'] = ({ cookie }, room, { process, roads }) => ({
    url: `ws://127.0.0.1:${roads.people.port}/ws/rooms/${names[room]}?wire=${wireVersion}&content=${contentVersions[room]}`,
    headers: { origin: process.origin, cookie: cookie ?? 'session=none' },
  })
  const enter = (one: () => Cast, room: SceneRoom) =>
    protocolClient(() => addressOf(one(), room, anyNode(stage)))
  const cast = [lead, ...others].map(({ id }, nth): Cast => {
    const one: Cast = {
      nth,
      personId: id,
      in: { doc: enter(() => one, 'doc'), board: enter(() => one, 'board') },
      role: nth === 0 ? 'lead' : 'contributor',
      isSuspended: false,
      cookie: null,
      shutOutAt: null,
      mayType: true,
    }
    return one
  })
  const scene: Scene = {
    seed,
    plan,
    random,
    stage,
    cast,
    lead: cast[0] as Cast,
    projectId: project.id,
    ids,
    isArchived: false,
    words: [],
    cards: [],
    story: [],
    addressOf,
  }
  for (const one of cast) await signIn(scene, one)
  await Promise.all(cast.map(enterAll))
  return scene
}

export function may(scene: Scene, { role, cookie, isSuspended }: Cast, what: 'read' | 'write') {
  if (cookie === null || role === null || isSuspended) return false
  return what === 'read' || (role !== 'viewer' && !scene.isArchived)
}

export const clientsOf = (one: Cast): ProtocolClient[] => roomKinds.map((room) => one.in[room])

export const enterAll = (one: Cast) => Promise.all(clientsOf(one).map((client) => client.enter()))
export const leaveAll = (one: Cast) => Promise.all(clientsOf(one).map((client) => client.leave()))
export const settleAll = (one: Cast) =>
  Promise.all(clientsOf(one).map((client) => client.settled()))

export async function signIn({ stage }: Scene, one: Cast) {
  const { token, session } = await signInSessions(stage.database.db).create(one.personId, '')
  one.cookie = writeToken(token, session.endsAt, sessionCookieOn(null)).split(';')[0] ?? ''
}

/** As somebody, through any node that runs; throws unless it was done. */
export async function ask(
  { stage }: Scene,
  { cookie }: { cookie: string | null },
  method: string,
  path: string,
  body?: unknown,
) {
  const { origin } = anyNode(stage).process
  const response = await fetch(`${origin}/api${path}`, {
    method,
    headers: { origin, cookie: cookie ?? '', 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`)
}

/** A signal travels, and somebody may have been typing just then. */
const graceMs = 1500

/** Whoever is shut out has heard nothing of what was written more than a second later (S5). */
export function requireDeaf({ words }: Scene, { shutOutAt, in: { doc } }: Cast) {
  if (shutOutAt === null) return
  const heard = doc.doc.getText('body').toString()
  const late = words.find(({ word, at }) => at > shutOutAt + graceMs && heard.includes(word))
  if (late) throw new Error(`[S5] Somebody shut out heard ${late.word} all the same.`)
}
