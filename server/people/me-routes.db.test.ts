import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type MadeWorkspace,
  makeDepartment,
  makePerson,
  makeWorkspace,
  password,
} from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let workspace: MadeWorkspace
beforeAll(async () => {
  app = await testApp()
  workspace = await makeWorkspace(app.deps.db)
})
afterAll(() => app.stop())

test('a person changes their own name, department, colour and language, and nothing else', async () => {
  const department = await makeDepartment(app.deps.db, workspace, 'Quality')
  const ana = await makePerson(app.deps.db, workspace)
  const browser = await app.as(ana)
  const answer = await browser.patch('/api/me', {
    name: '<b>Ana</b>',
    departmentId: department.id,
    colour: 'teal',
    language: 'de',
    role: 'owner',
    workspaceId: crypto.randomUUID(),
    passwordHash: 'x',
  })
  expect(answer.body).toMatchObject({
    id: ana.id,
    name: '<b>Ana</b>',
    department: 'Quality',
    colour: 'teal',
    language: 'de',
    role: 'member',
    workspaceId: workspace.id,
  })
  expect((await browser.patch('/api/me', {})).body).toEqual(answer.body)
})

test('a time zone is kept as the browser says it, where it is one', async () => {
  const browser = await app.as(await makePerson(app.deps.db, workspace))
  expect((await browser.get('/api/me')).body.timeZone).toBeNull()
  expect((await browser.patch('/api/me', { timeZone: 'Asia/Tokyo' })).body.timeZone).toBe(
    'Asia/Tokyo',
  )
  for (const timeZone of ['Mars/Olympus', '+01:00', 'x'.repeat(1000), 7])
    expect((await browser.patch('/api/me', { timeZone })).status).toBe(400)
  expect((await browser.get('/api/me')).body.timeZone).toBe('Asia/Tokyo')
})

test('an over-long or empty name, and a colour that is none, are named as wrong', async () => {
  const browser = await app.as(await makePerson(app.deps.db, workspace))
  const fields = async (body: object) => (await browser.patch('/api/me', body)).error?.fields
  expect(await fields({ name: 'x'.repeat(81) })).toEqual([{ field: 'name', problem: 'too-long' }])
  expect(await fields({ name: '' })).toEqual([{ field: 'name', problem: 'required' }])
  expect(await fields({ colour: 'url(x)' })).toEqual([{ field: 'colour', problem: 'unknown' }])
})

test('a new password signs out every other device and renews this one', async () => {
  const ana = await makePerson(app.deps.db, workspace)
  const [here, there] = [await app.as(ana), await app.as(ana)]
  const next = 'another long password'
  const answer = await here.post('/api/me/password', { current: password, next })
  expect(answer.status).toBe(204)
  expect(answer.headers.get('set-cookie')).toMatch(/^session=/)
  expect((await here.get('/api/me')).status).toBe(200)
  expect((await here.get('/api/me/sessions')).body).toHaveLength(1)
  expect((await there.get('/api/me')).status).toBe(401)
  const signIn = (word: string) =>
    app.browser().post('/api/sign-in', { email: ana.email, password: word })
  expect((await signIn(next)).status).toBe(200)
  expect((await signIn(password)).status).toBe(401)
})

test('the password is only changed by who knows the present one', async () => {
  const here = await app.as(await makePerson(app.deps.db, workspace))
  const answer = await here.post('/api/me/password', { current: 'wrong', next: 'x'.repeat(12) })
  expect(answer.error?.fields).toEqual([{ field: 'current', problem: 'wrong' }])
})

test('a person sees where they are signed in and ends one of those sessions', async () => {
  const ana = await makePerson(app.deps.db, workspace)
  const [here, there] = [await app.as(ana), await app.as(ana)]
  const { body } = await here.get('/api/me/sessions')
  expect(body).toHaveLength(2)
  const other = body.find((device: { current: boolean }) => !device.current)
  const stranger = await app.as(await makePerson(app.deps.db, workspace))
  expect((await stranger.delete(`/api/me/sessions/${other.id}`)).status).toBe(404)
  expect((await here.delete(`/api/me/sessions/${other.id}`)).status).toBe(204)
  expect((await there.get('/api/me')).status).toBe(401)
})
