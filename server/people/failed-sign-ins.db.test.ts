import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { delaySeconds, slowedDown } from '../access/sign-in-delay-queries'
import { networkOf } from '../http/client-address'
import { type MadeWorkspace, makePerson, makeWorkspace, password } from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'

describe('failed sign-ins', () => {
  let app: TestApp
  let workspace: MadeWorkspace
  beforeAll(async () => {
    app = await testApp()
    workspace = await makeWorkspace(app.deps.db)
  })
  afterAll(() => app.stop())
  // The clock on the wall stands still, so that a slow machine forgives nobody.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }))
  afterEach(() => void vi.useRealTimers())

  const secondsLater = (seconds: number) =>
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 })

  /** From an address of its own, so that only the account is counted against. */
  let address = 0
  async function signIn(email: string, word: string, from = `10.0.0.${++address}`, cookie = '') {
    const response = await app.app.request('/api/sign-in', {
      method: 'POST',
      headers: {
        origin: 'http://atelier.test',
        'content-type': 'application/json',
        'x-forwarded-for': `6.6.6.6, ${from}`,
        cookie,
      },
      body: JSON.stringify({ email, password: word }),
    })
    const { error } = (await response.json()) as { error?: { code: string } }
    const device = response.headers.getSetCookie().find((given) => given.startsWith('device='))
    return {
      code: error?.code ?? 'signed-in',
      retryAfter: response.headers.get('retry-after'),
      device: device?.split(';')[0],
    }
  }

  test('wait longer and longer after the fifth, but never for ever', async () => {
    expect([0, 4, 5, 6, 7, 10, 11, 50].map(delaySeconds)).toEqual([0, 0, 1, 2, 4, 32, 60, 60])
    const ana = await makePerson(app.deps.db, workspace)
    for (let n = 0; n < 5; n++) {
      expect((await signIn(ana.email, 'wrong password')).code).toBe('wrong-credentials')
    }
    expect(await signIn(ana.email, password)).toMatchObject({ code: 'too-many', retryAfter: '1' })
    secondsLater(1)
    expect((await signIn(ana.email, 'wrong password')).code).toBe('wrong-credentials')
    expect(await signIn(ana.email, password)).toMatchObject({ code: 'too-many', retryAfter: '2' })
    secondsLater(2)
    expect((await signIn(ana.email, password)).code).toBe('signed-in')
    expect((await signIn(ana.email, 'wrong password')).code).toBe('wrong-credentials')
  })

  test('of an account nobody has wait just the same', async () => {
    for (let n = 0; n < 5; n++) await signIn('ghost@atelier.example', 'wrong password')
    expect((await signIn('ghost@atelier.example', 'wrong password')).code).toBe('too-many')
  })

  describe('from one address', () => {
    const guess = async (n: number, from: string) =>
      (await signIn(`nobody${n}@atelier.example`, 'wrong password', from)).code
    const guessUpTo = async (most: number, network: string) => {
      const address = networkOf(`${network}::1`)
      for (let n = 0; n < most; n++) {
        const attempt = { email: `nobody${n}@atelier.example`, address, device: null }
        expect(await slowedDown(app.deps.db, attempt, async () => null)).toBe(null)
      }
    }

    test('are a hundred before it must wait, and all of an IPv6 network is one address', async () => {
      const ana = await makePerson(app.deps.db, workspace)
      await guessUpTo(100, '2001:db8:1:2')
      const held = await signIn(ana.email, password, '2001:db8:1:2:ffff::9')
      expect(held).toMatchObject({ code: 'too-many', retryAfter: '6' })
      expect((await signIn(ana.email, password, '2001:db8:1:3::1')).code).toBe('signed-in')
      secondsLater(6)
      expect((await signIn(ana.email, password, '2001:db8:1:2:ffff::9')).code).toBe('signed-in')
    })

    test('are forgiven bit by bit, however busy the address is', async () => {
      const busy = '2001:db8:7:7'
      await guessUpTo(100, busy)
      for (let n = 0; n < 5; n++) {
        secondsLater(6)
        expect(await guess(200 + n, `${busy}::1`)).toBe('wrong-credentials')
        expect(await guess(300 + n, `${busy}::1`)).toBe('too-many')
      }
    })

    test('are counted only when the password was wrong: a whole school signs in', async () => {
      const ana = await makePerson(app.deps.db, workspace)
      const school = '2001:db8:9:9'
      await guessUpTo(99, school)
      for (let n = 0; n < 3; n++) {
        expect((await signIn(ana.email, password, `${school}::1`)).code).toBe('signed-in')
      }
      expect(await guess(400, `${school}::1`)).toBe('wrong-credentials')
      expect(await guess(401, `${school}::1`)).toBe('too-many')
    })
  })

  describe('of somebody else', () => {
    const attack = async (email: string, tries: number) => {
      for (let n = 0; n < tries; n++) {
        await signIn(email, 'wrong password')
        secondsLater(60)
      }
    }

    test('keep nobody out of the browser they have signed in with before', async () => {
      const ana = await makePerson(app.deps.db, workspace)
      const { device } = await signIn(ana.email, password)
      await attack(ana.email, 12)
      await signIn(ana.email, 'wrong password')
      expect((await signIn(ana.email, password)).code).toBe('too-many')
      const again = await signIn(ana.email, password, undefined, device)
      expect(again).toMatchObject({ code: 'signed-in', device })
      expect((await signIn(ana.email, password)).code).toBe('too-many')
    })

    test('wait all the same in a browser that is known for another account', async () => {
      const ana = await makePerson(app.deps.db, workspace)
      const ben = await makePerson(app.deps.db, workspace)
      const { device } = await signIn(ben.email, password)
      for (let n = 0; n < 5; n++) await signIn(ana.email, 'wrong password', undefined, device)
      expect((await signIn(ana.email, password, undefined, device)).code).toBe('too-many')
      expect((await signIn(ben.email, password, undefined, device)).code).toBe('signed-in')
    })

    test('wait in a known browser too, should it be stolen', async () => {
      const ana = await makePerson(app.deps.db, workspace)
      const { device } = await signIn(ana.email, password)
      for (let n = 0; n < 5; n++) await signIn(ana.email, 'wrong password', undefined, device)
      expect((await signIn(ana.email, password, undefined, device)).code).toBe('too-many')
      expect((await signIn(ana.email, password)).code).toBe('signed-in')
    })

    test('wait in browsers that were known before the password was changed', async () => {
      const ana = await makePerson(app.deps.db, workspace)
      const { device } = await signIn(ana.email, password)
      const elsewhere = await app.as(ana)
      const change = { current: password, next: 'another long password' }
      expect((await elsewhere.post('/api/me/password', change)).status).toBe(204)
      for (let n = 0; n < 5; n++) await signIn(ana.email, 'wrong password')
      expect((await signIn(ana.email, change.next, undefined, device)).code).toBe('too-many')
    })

    test('leave nothing in the database that could be put into a cookie', async () => {
      const ana = await makePerson(app.deps.db, workspace)
      const { device } = await signIn(ana.email, password)
      const { rows } = await app.deps.db.execute('select * from known_devices')
      expect(rows.length).toBeGreaterThan(0)
      expect(JSON.stringify(rows)).not.toContain(device?.split('=')[1])
    })
  })

  test('tried at the same moment get no free tries', async () => {
    const ana = await makePerson(app.deps.db, workspace)
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => signIn(ana.email, 'wrong password')),
    )
    expect(answers.filter((answer) => answer.code === 'wrong-credentials')).toHaveLength(5)
    expect(answers.filter((answer) => answer.code === 'too-many')).toHaveLength(7)
  })
})
