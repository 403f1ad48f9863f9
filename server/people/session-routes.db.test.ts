import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MadeWorkspace, makePerson, makeWorkspace, password } from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { foundWorkspace } from './workspace-queries'

const firstRun = {
  workspace: 'Harbour school',
  organisation: 'Nordhafen',
  name: 'Olga',
  email: ' Olga@Nordhafen.example ',
  password: 'a long enough password',
  language: 'de',
}

describe('the first visit', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp()
  })
  afterAll(() => app.stop())

  test('founds one workspace, however many try at the same moment', async () => {
    const { db } = app.deps
    const tries = [0, 1, 2, 3, 4].map((n) =>
      foundWorkspace(db, {
        workspace: 'Too early',
        organisation: 'Nobody',
        owner: {
          name: 'Nobody',
          email: `nobody${n}@nordhafen.example`,
          passwordHash: '',
          language: 'en',
        },
      }),
    )
    const founded = await Promise.allSettled(tries)
    expect(founded.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    await app.deps.db.execute('truncate workspaces cascade')
  })

  test('needs the code from the server’s own words when it comes from elsewhere', async () => {
    const browser = app.browser()
    const asked = await browser.get('/api/session')
    expect(asked.body).toEqual({ state: 'first-run', needsCode: true })
    for (const wrong of [{}, { code: '' }, { code: 'AAAA-AAAA-AAAA' }]) {
      const answer = await browser.post('/api/setup', { ...firstRun, ...wrong })
      expect(answer.error).toMatchObject({
        code: 'invalid',
        fields: [{ field: 'code', problem: 'wrong' }],
      })
    }
  })

  test('founds the workspace with its owner, who is signed in', async () => {
    const browser = app.browser()
    const { code } = app.deps.setUpDoor
    expect((await browser.post('/api/setup', { ...firstRun, code })).status).toBe(201)
    expect((await browser.get('/api/session')).body).toMatchObject({
      state: 'signed-in',
      me: {
        name: 'Olga',
        email: 'olga@nordhafen.example',
        role: 'owner',
        language: 'de',
        organisation: 'Nordhafen',
      },
      workspace: { name: 'Harbour school' },
    })
    expect((await app.browser().get('/api/session')).body).toEqual({ state: 'signed-out' })
  })

  test('is over once there is a workspace', async () => {
    const late = await app.browser().post('/api/setup', firstRun)
    expect(late.error?.code).toBe('conflict')
  })
})

describe('signing in and out', () => {
  let app: TestApp
  let workspace: MadeWorkspace
  beforeAll(async () => {
    app = await testApp()
    workspace = await makeWorkspace(app.deps.db)
  })
  afterAll(() => app.stop())

  const signIn = (email: string, word = password) =>
    app.browser().post('/api/sign-in', { email, password: word })

  test('takes the e-mail address in any case, and gives a cookie no script can read', async () => {
    const ana = await makePerson(app.deps.db, workspace)
    const answer = await signIn(` ${ana.email.toUpperCase()} `)
    expect(answer.body).toMatchObject({ state: 'signed-in', me: { id: ana.id } })
    const given = answer.headers.getSetCookie()
    expect(given.map((cookie) => cookie.split('=')[0])).toEqual(['session', 'device'])
    for (const cookie of given) {
      expect(cookie).toMatch(/^\w+=[\w-]{43}; Expires=.*; Path=\/; HttpOnly; SameSite=Lax$/)
    }
  })

  test('gives a new token each time, and the one the browser came with is void', async () => {
    const ana = await makePerson(app.deps.db, workspace)
    const browser = app.browser()
    const body = { email: ana.email, password }
    const first = (await browser.post('/api/sign-in', body)).headers.get('set-cookie') ?? ''
    await browser.post('/api/sign-in', body)
    const old = app.browser(first.split(';')[0])
    expect((await old.get('/api/me')).status).toBe(401)
    expect((await browser.get('/api/me')).status).toBe(200)
  })

  test('a wrong password and an unknown account are answered alike', async () => {
    const ana = await makePerson(app.deps.db, workspace)
    const wrong = await signIn(ana.email, 'not the password')
    const unknown = await signIn('nobody@atelier.example')
    expect(wrong.status).toBe(401)
    expect(unknown.body).toEqual(wrong.body)
  })

  test('a suspended person cannot sign in, and is not told why', async () => {
    const ana = await makePerson(app.deps.db, workspace, { suspendedAt: new Date() })
    expect((await signIn(ana.email)).error?.code).toBe('wrong-credentials')
  })

  test('the old password lets nobody in who gave it at the very moment of a new one', async () => {
    const ana = await makePerson(app.deps.db, workspace)
    const desk = await app.as(ana)
    const { matches } = app.deps.passwords
    app.deps.passwords.matches = async (stored, given) => {
      app.deps.passwords.matches = matches
      const right = await matches(stored, given)
      const change = { current: password, next: 'another long enough one' }
      expect((await desk.post('/api/me/password', change)).status).toBe(204)
      return right
    }
    const late = app.browser()
    const answer = await late.post('/api/sign-in', { email: ana.email, password })
    expect(answer.error?.code).toBe('wrong-credentials')
    expect((await late.get('/api/me')).status).toBe(401)
    expect((await desk.get('/api/me')).status).toBe(200)
    expect((await signIn(ana.email, 'another long enough one')).status).toBe(200)
  })

  test('signing out ends this session only; everywhere ends them all', async () => {
    const ana = await makePerson(app.deps.db, workspace)
    const [phone, laptop, desk] = [await app.as(ana), await app.as(ana), await app.as(ana)]
    expect((await phone.post('/api/sign-out')).status).toBe(204)
    expect((await phone.get('/api/me')).status).toBe(401)
    expect((await laptop.get('/api/me')).status).toBe(200)
    expect((await laptop.post('/api/sign-out-everywhere')).status).toBe(204)
    expect((await laptop.get('/api/me')).status).toBe(401)
    expect((await desk.get('/api/me')).status).toBe(401)
  })

  test('signing out when nobody is signed in is no error', async () => {
    expect((await app.browser().post('/api/sign-out')).status).toBe(204)
  })
})
