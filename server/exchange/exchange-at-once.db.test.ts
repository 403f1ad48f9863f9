import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeToken } from '../access/cookie'
import { type MadePerson, makeDoc, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { exchangeRoutes } from './exchange-routes'
import type { ExchangeThread } from './exchange-thread'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

/** A thread that answers when the test says so. */
function heldThread() {
  const held: (() => void)[] = []
  const thread = {
    run: () => new Promise((resolve) => held.push(() => resolve(new Uint8Array([1])))),
    close: () => undefined,
  } as unknown as ExchangeThread
  return { thread, held }
}

async function asker(routes: ReturnType<typeof exchangeRoutes>, person: MadePerson) {
  const { token, session } = await app.deps.sessions.create(person.id, '')
  const [cookie = ''] = writeToken(token, session.endsAt, app.deps.cookie).split(';')
  return async (path: string) => {
    try {
      return (await routes.request(path, { headers: { cookie } })).status
    } catch (error) {
      return String(error)
    }
  }
}

test('nobody has more than a few docs converted at once, and keeps nobody else from it', async () => {
  const workspace = await makeWorkspace(app.deps.db)
  const [ada, ben] = [workspace.owner, await makePerson(app.deps.db, workspace)]
  const project = await makeProject(app.deps.db, ada, { members: [[ben, 'viewer']] })
  const { id } = await makeDoc(app.deps.db, project, ada)
  const { thread, held } = heldThread()
  const routes = exchangeRoutes(app.deps, thread)
  routes.onError((_, c) => c.body(null, 429))
  const [asAda, asBen] = [await asker(routes, ada), await asker(routes, ben)]
  const path = `/docs/${id}/export?format=md`
  const hers = [1, 2, 3, 4].map(() => asAda(path))
  expect(await Promise.race(hers)).toBe(429)
  const his = asBen(path)
  // Of hers one is converted, the others wait: his is beside it.
  await expect.poll(() => held.length).toBe(2)
  const letGo = setInterval(() => held.shift()?.(), 5)
  expect((await Promise.all([...hers, his])).sort()).toEqual([200, 200, 200, 200, 429])
  clearInterval(letGo)
})
