/** What holds for every route, whichever comes next: asked of the list of routes itself. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodiless } from '../testing/bodiless-routes'
import {
  callRoute as call,
  fill,
  furnish,
  type House,
  publicRoutes,
  publicWithBody,
  routesOf,
  split,
} from '../testing/every-route'
import { goodBodies, type Ids, rawBodies } from '../testing/good-bodies'
import { type TestApp, testApp } from '../testing/test-app'

/** Routes whose body names a thing of the workspace: a foreign one is a wrong field or not found. */
const namesThings = ['POST /api/departments', 'POST /api/invitations', 'POST /api/projects']

let app: TestApp
let routes: string[]
let ours: House
let theirs: House

beforeAll(async () => {
  app = await testApp()
  routes = routesOf(app)
  ours = await furnish(app)
  theirs = await furnish(app)
})
afterAll(() => app.stop())

const isRead = (route: string) => route.startsWith('GET ')
const guarded = () => routes.filter((route) => !publicRoutes.includes(route))
const withIds = () => guarded().filter((route) => route.includes(':'))

test('there are routes, and each is either public on purpose or guarded', () => {
  expect(routes.length).toBeGreaterThan(25)
  for (const route of publicRoutes) expect(routes).toContain(route)
})

test('who is signed out is told so, and learns nothing else', async () => {
  for (const route of guarded()) {
    const answer = await call(app.browser(), route, ours.ids)
    expect([route, answer.status, answer.error?.code]).toEqual([route, 401, 'signed-out'])
  }
})

test('who came with a forged, broken or hostile cookie is signed out, never an error', async () => {
  const cookies = [`session=${'A'.repeat(43)}`, 'session=%E0%A4%A', 'x=%E0%A4%A; session=', '=;;=']
  for (const cookie of cookies) {
    const answer = await app.browser(cookie).get('/api/projects')
    expect([cookie, answer.status]).toEqual([cookie, 401])
  }
})

describe('ids of two tenants', () => {
  test('a stranger who runs another workspace finds nothing of ours', async () => {
    const stranger = await app.as(theirs.workspace.owner)
    for (const route of withIds()) {
      const answer = await call(stranger, route, ours.ids, theirs.ids)
      expect([route, answer.status]).toEqual([route, 404])
    }
  })

  test('an unknown id is answered exactly like an unreadable one', async () => {
    const stranger = await app.as(theirs.workspace.owner)
    const nowhere = Object.fromEntries(
      Object.keys(ours.ids).map((key) => [key, crypto.randomUUID()]),
    ) as Ids
    for (const route of withIds()) {
      const unreadable = await call(stranger, route, ours.ids, theirs.ids)
      const unknown = await call(stranger, route, nowhere, theirs.ids)
      expect([route, unknown.status, unknown.body]).toEqual([
        route,
        unreadable.status,
        unreadable.body,
      ])
    }
  })

  test('of two ids in one address both must be ours', async () => {
    const owner = await app.as(ours.workspace.owner)
    const { project, person } = ours.ids
    for (const method of ['PUT', 'DELETE']) {
      for (const [p, m] of [
        [project, theirs.ids.person],
        [theirs.ids.project, person],
        [theirs.ids.project, theirs.ids.person],
      ]) {
        const body = method === 'PUT' ? { role: 'viewer' } : undefined
        const answer = await owner.send(method, `/api/projects/${p}/members/${m}`, body)
        expect([method, answer.status]).toEqual([method, 404])
      }
    }
  })

  test('a body that names a thing of another workspace finds nothing', async () => {
    const owner = await app.as(ours.workspace.owner)
    for (const route of [...namesThings, 'PATCH /api/projects/:id']) {
      const answer = await call(owner, route, ours.ids, theirs.ids)
      expect([400, 404], route).toContain(answer.status)
    }
    const invitation = goodBodies['POST /api/invitations']?.(ours.ids) as object
    for (const foreign of [
      { project: { id: theirs.ids.project, role: 'lead' } },
      { organisationId: theirs.ids.organisation },
    ]) {
      const mixed = await owner.post('/api/invitations', { ...invitation, ...foreign })
      expect([foreign, mixed.status]).toEqual([foreign, 404])
    }
    const department = await owner.patch('/api/me', { departmentId: theirs.ids.department })
    expect(department.error).toMatchObject({
      code: 'invalid',
      fields: [{ field: 'departmentId', problem: 'unknown' }],
    })
  })
})

describe('a bad body', () => {
  const writes = () => routes.filter((route) => goodBodies[route] || publicWithBody.includes(route))

  test('is refused by every route that takes one', async () => {
    const owner = await app.as(ours.workspace.owner)
    for (const route of writes()) {
      const [method, path] = split(route)
      for (const body of ['[]', '"x"', 'null', '{', '']) {
        const answer = await owner.send(method, fill(path, ours.ids), body)
        expect([route, body, answer.status, answer.error?.code]).toEqual([
          route,
          body,
          400,
          'invalid',
        ])
      }
    }
  })

  test('is known of no route by accident: each that takes one has a right one to be tried with', () => {
    const named = app.app.routes
      .filter(({ handler }) => handler.name === 'requireBody')
      .map(({ method, path }) => `${method} ${path}`)
    expect(named.length).toBeGreaterThan(80)
    expect(new Set(writes())).toEqual(new Set(named))
  })

  test('is looked for on every route that writes, and known to be none where it takes none', () => {
    const known = [...writes(), ...Object.keys(rawBodies), ...bodiless]
    expect(known.toSorted()).toEqual(routes.filter((route) => !isRead(route)).toSorted())
  })

  test('is not what every route is tried with: where no id decides, it is right in shape', async () => {
    const owner = await app.as(theirs.workspace.owner)
    for (const route of writes().filter((one) => guarded().includes(one) && !one.includes(':'))) {
      const answer = await call(owner, route, theirs.ids)
      const problems = answer.error?.fields?.map(({ problem }) => problem) ?? []
      // A password that is none, and three people who are one: what is said, not how.
      const ofShape = problems.filter((one) => one !== 'wrong' && one !== 'not-three')
      expect([route, ofShape]).toEqual([route, []])
    }
  })

  test('is never repeated in the answer', async () => {
    const answer = await app.browser().post('/api/sign-in', {
      email: 'my secret address',
      password: { nested: 'my secret password' },
    })
    expect(answer.error?.fields).toEqual([
      { field: 'email', problem: 'not-an-email' },
      { field: 'password', problem: 'wrong-kind' },
    ])
    expect(JSON.stringify(answer.body)).not.toContain('secret')
  })

  test('that is too large is refused before it is read', async () => {
    const answer = await app.browser().post('/api/sign-in', { email: 'x'.repeat(300_000) })
    expect(answer.status).toBe(413)
  })

  test('must be JSON by its type as well', async () => {
    const response = await app.app.request('/api/sign-in', {
      method: 'POST',
      headers: { origin: 'http://atelier.test', 'content-type': 'text/plain' },
      body: '{"email":"a@b.example","password":"x"}',
    })
    expect(response.status).toBe(400)
  })
})

test('an id that could never be one is simply not found', async () => {
  const owner = await app.as(ours.workspace.owner)
  for (const id of ['1', '__proto__', '%2e%2e', "'; drop table people; --", 'x'.repeat(5000)]) {
    expect((await owner.get(`/api/projects/${encodeURIComponent(id)}`)).status).toBe(404)
  }
})

test('answers are never kept by a browser or a proxy, nor framed or sniffed', async () => {
  const { headers } = await app.browser().get('/api/session')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
})
