/** What somebody in a scene may do. Each leaves the model true. */
import { setTimeout as wait } from 'node:timers/promises'
import { messageKinds, syncKinds } from '@atelier/shared/sync/messages'
import * as Y from 'yjs'
import { dial } from '../bench/client-address'
import { encodeSync } from '../sync/sync-frames'
import {
  ask,
  type Cast,
  clientsOf,
  enterAll,
  leaveAll,
  may,
  requireDeaf,
  type Scene,
  settleAll,
  signIn,
} from './system-scene'
import { anyNode } from './system-stage'

type Act = (scene: Scene) => Promise<unknown>

/** Somebody whose rights may be changed. */
const somebody = ({ cast, plan }: Scene) => plan.pick(cast.slice(1))
const memberPath = ({ projectId }: Scene, { personId }: Cast) =>
  `/projects/${projectId}/members/${personId}`

/** While anything may happen to nodes, Postgres and Redis. */
export const acts: Record<string, Act> = {
  'all write': async () => undefined,

  async 'somebody goes offline, writes on, and comes back'(scene) {
    const one = somebody(scene)
    if (!may(scene, one, 'read')) return
    await leaveAll(one)
    await wait(scene.plan.below(2000))
    await enterAll(one)
  },
}

/** While all is well: what a question about rights was answered must be known. */
export const rightActs: Record<string, Act> = {
  async 'somebody is taken out of the project'(scene) {
    const one = somebody(scene)
    if (one.role === null) return
    await shutOut(scene, one, async () => {
      await ask(scene, scene.lead, 'DELETE', memberPath(scene, one))
      one.role = null
    })
  },

  async 'somebody may read, or write, from now on'(scene) {
    const one = somebody(scene)
    const role = scene.plan.pick(['viewer', 'contributor'] as const)
    if (one.role === role) return
    await change(scene, [one], async () => {
      await ask(scene, scene.lead, 'PUT', memberPath(scene, one), { role })
      one.role = role
    })
  },

  async 'somebody signs out'(scene) {
    const one = somebody(scene)
    if (one.cookie === null) return
    await shutOut(scene, one, async () => {
      await ask(scene, one, 'POST', '/sign-out')
      one.cookie = null
    })
  },

  async 'somebody signs in'(scene) {
    const one = somebody(scene)
    if (one.cookie !== null || one.isSuspended) return
    await change(scene, [one], () => signIn(scene, one))
  },

  async 'somebody is kicked out of the workspace'(scene) {
    const one = somebody(scene)
    if (one.isSuspended) return
    await shutOut(scene, one, () => suspend(scene, one, true))
    // Their sessions have ended with it.
    one.cookie = null
  },

  async 'somebody may come back to the workspace'(scene) {
    const one = somebody(scene)
    if (!one.isSuspended) return
    await suspend(scene, one, false)
  },

  async 'the project is archived, or restored'(scene) {
    const { cast, isArchived, projectId, lead } = scene
    await change(scene, cast, async () => {
      await ask(scene, lead, 'POST', `/projects/${projectId}/${isArchived ? 'restore' : 'archive'}`)
      scene.isArchived = !isArchived
    })
  },

  async 'a reader writes all the same'(scene) {
    const reader = scene.cast.find((one) => may(scene, one, 'read') && !may(scene, one, 'write'))
    if (reader) await forge(scene, reader)
  },
}

async function suspend(scene: Scene, one: Cast, suspended: boolean) {
  const owner = scene.stage.workspace.owner.id
  const admin = { ...scene.lead, personId: owner, cookie: null }
  await signIn(scene, admin)
  await ask(scene, admin, 'PATCH', `/people/${one.personId}`, { suspended })
  one.isSuspended = suspended
}

/** All they wrote is acknowledged; they type nothing until they are let in again. */
async function settle(scene: Scene, one: Cast) {
  one.mayType = false
  if (!may(scene, one, 'read')) return
  await enterAll(one)
  await settleAll(one)
}

async function shutOut(scene: Scene, one: Cast, act: () => Promise<void>) {
  const wasIn = may(scene, one, 'read')
  await settle(scene, one)
  await act()
  if (!wasIn) return
  one.shutOutAt = Date.now()
  await untilOut(one)
  scene.stage.outAfterMs.push(Date.now() - one.shutOutAt)
}

const untilOut = (one: Cast) =>
  Promise.all(clientsOf(one).map((client) => client.until(() => !client.isConnected)))

/** Whoever is in with other rights than before is sent out first, and comes again. */
async function change(scene: Scene, cast: readonly Cast[], act: () => Promise<void>) {
  for (const one of cast) requireDeaf(scene, one)
  await Promise.all(cast.map((one) => settle(scene, one)))
  const before = cast.map((one) => rightsOf(scene, one))
  await act()
  await Promise.all(
    cast.map(async (one, nth) => {
      const now = rightsOf(scene, one)
      if (before[nth] !== 'none' && before[nth] !== now) await untilOut(one)
      if (now === 'none') return
      one.shutOutAt = null
      await enterAll(one)
      one.mayType = true
    }),
  )
}

function rightsOf(scene: Scene, one: Cast) {
  if (!may(scene, one, 'read')) return 'none'
  return may(scene, one, 'write') ? 'write' : 'read'
}

/** By a client that does not care what it is allowed. */
function forge(scene: Scene, reader: Cast): Promise<void> {
  const doc = new Y.Doc()
  doc.getText('body').insert(0, '<forged>')
  const socket = dial(scene.addressOf(reader, 'doc', anyNode(scene.stage)))
  return new Promise((resolve, reject) => {
    // Said again by `close`, which always follows.
    socket.onError(() => undefined)
    socket.onClose(() => resolve())
    socket.onFrame(([kind]) => {
      if (kind === messageKinds.welcome) {
        socket.send(encodeSync(syncKinds.update, Y.encodeStateAsUpdate(doc)))
      } else if (kind === messageKinds.refused) {
        socket.close()
      } else if (kind === messageKinds.stored) {
        reject(new Error('[S4] What a reader wrote was called stored.'))
        socket.close()
      }
    })
  })
}
