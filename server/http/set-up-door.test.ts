import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { setUpDoor } from './set-up-door'

const plain = { publicOrigin: null, trustProxy: false }
const lan = { publicOrigin: 'http://atelier.lan:3000', trustProxy: false }

async function needsCode(settings: typeof plain | typeof lan, from: string, headers = {}) {
  const door = setUpDoor(settings)
  const app = new Hono().get('/', (c) => c.json(door.needsCode(c)))
  const socket = { incoming: { socket: { remoteAddress: from } } }
  return (await app.request('/', { headers }, socket)).json()
}

test.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])(
  'whoever sits at the machine itself (%s) needs no code',
  async (address) => {
    expect(await needsCode(plain, address)).toBe(false)
    expect(await needsCode({ ...plain, publicOrigin: 'http://localhost:3000' }, address)).toBe(
      false,
    )
  },
)

test.each(['192.168.1.7', '172.17.0.1', '::ffff:10.0.0.2', '2001:db8::1', ''])(
  'whoever comes from elsewhere (%s) does',
  async (address) => expect(await needsCode(plain, address)).toBe(true),
)

test.each([
  { 'x-forwarded-for': '127.0.0.1' },
  { forwarded: 'for=127.0.0.1' },
  { 'x-real-ip': '127.0.0.1' },
  { via: '1.1 proxy' },
])('who says to be passed on, as by %j, does', async (headers) => {
  expect(await needsCode(plain, '127.0.0.1', headers)).toBe(true)
})

test('behind a proxy everybody does: the machine itself is then the proxy', async () => {
  expect(await needsCode({ ...plain, trustProxy: true }, '127.0.0.1')).toBe(true)
  expect(await needsCode(lan, '127.0.0.1')).toBe(true)
})

test('a code is read aloud as one likes, and each start has its own', () => {
  const door = setUpDoor(plain)
  expect(door.code).toMatch(/^([A-HJ-NP-Z2-9]{4}-){2}[A-HJ-NP-Z2-9]{4}$/)
  expect(door.opensTo(door.code)).toBe(true)
  expect(door.opensTo(` ${door.code.toLowerCase().replaceAll('-', ' ')} `)).toBe(true)
  for (const wrong of [undefined, '', '-', setUpDoor(plain).code]) {
    expect(door.opensTo(wrong)).toBe(false)
  }
})
