import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { allowedOrigins, sameOrigin } from './same-origin'

const ours = 'https://atelier.example'
const app = new Hono().use(sameOrigin(new Set([ours]), () => {})).all('*', (c) => c.text('let in'))
app.onError((error, c) => c.text(error.message, 403))

/** `target` as it could stand in a request line: hono is given the URL a hostile one turns into. */
async function ask(method: string, headers: Record<string, string>, target = `${ours}/ws/notices`) {
  const response = await app.request(new Request(target, { method, headers }))
  return response.status === 200
}

const origins: [string, Record<string, string>, boolean][] = [
  ['our own page', { origin: ours }, true],
  ['our own page, as the browser vouches', { 'sec-fetch-site': 'same-origin' }, true],
  ['no header at all', {}, false],
  ['null, as from a sandbox or a file', { origin: 'null' }, false],
  ['another site', { origin: 'https://evil.example' }, false],
  ['a name that ends like ours', { origin: 'https://evil-atelier.example' }, false],
  ['a name that begins like ours', { origin: 'https://atelier.example.evil.example' }, false],
  ['another port', { origin: 'https://atelier.example:8443' }, false],
  ['another scheme', { origin: 'http://atelier.example' }, false],
  ['ours with a slash', { origin: `${ours}/` }, false],
  ['ours in capitals', { origin: 'https://ATELIER.example' }, false],
  ['another site of the same domain', { 'sec-fetch-site': 'same-site' }, false],
  ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }, false],
  ['a bookmark or an address typed in', { 'sec-fetch-site': 'none' }, false],
  [
    'another site whose name was pointed at this machine',
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin', host: 'evil.example' },
    false,
  ],
]

describe.each(['POST', 'PUT', 'PATCH', 'DELETE', 'upgrade'])('%s', (kind) => {
  test.each(origins)('from %s', async (_name, headers, letIn) => {
    const upgrade = kind === 'upgrade'
    const all = upgrade ? { ...headers, upgrade: 'websocket', connection: 'Upgrade' } : headers
    expect(await ask(upgrade ? 'GET' : kind, all)).toBe(letIn)
  })

  test('a request target that carries the attacker’s own address convinces nobody', async () => {
    const headers: Record<string, string> = { origin: 'https://evil.example' }
    if (kind === 'upgrade') headers.upgrade = 'websocket'
    const method = kind === 'upgrade' ? 'GET' : kind
    expect(await ask(method, headers, 'https://evil.example/ws/notices')).toBe(false)
  })
})

test('reading needs no origin: it never writes', async () => {
  expect(await ask('GET', {})).toBe(true)
  expect(await ask('HEAD', { origin: 'https://evil.example' })).toBe(true)
})

describe('which addresses are ours', () => {
  test('only the configured one, once it is not this machine', () => {
    expect([...allowedOrigins(ours, 3000)]).toEqual([ours])
  })
  test('this machine’s own names without a setting, and beside a local one', () => {
    const local = ['http://localhost:3000', 'http://127.0.0.1:3000']
    expect([...allowedOrigins(null, 3000)]).toEqual(local)
    expect([...allowedOrigins('http://localhost:5173', 3000)]).toEqual([
      'http://localhost:5173',
      ...local,
    ])
  })
})
