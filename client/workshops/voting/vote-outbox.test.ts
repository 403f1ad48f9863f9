import { beforeEach, expect, test } from 'vitest'
import { type FailureCode, RequestFailed } from '../../api/request-failed'
import { mayPass, type Vote, voteOutbox } from './vote-outbox'

class Gone extends Error {}

let kept: Map<string, string>
let network: 'there' | 'gone'
let budget: number
let sent: Vote[]
let atServer: Record<string, number>
let refused: number
let timers: (() => void)[]

beforeEach(() => {
  kept = new Map()
  network = 'there'
  budget = 5
  sent = []
  atServer = {}
  refused = 0
  timers = []
})

function open() {
  const outbox = voteOutbox({
    async send(vote) {
      if (network === 'gone') throw new Gone()
      sent.push(vote)
      const after = { ...atServer, [vote.target]: vote.dots }
      if (Object.values(after).reduce((sum, dots) => sum + dots, 0) > budget) throw new Error()
      atServer = after
    },
    comesBack: (error) => error instanceof Gone,
    onRefused: () => refused++,
    onArrived: () => undefined,
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    key: 'votes',
    later(work) {
      timers.push(work)
      return () => (timers = timers.filter((one) => one !== work))
    },
  })
  outbox.start()
  return outbox
}
/** Promises of the outbox are through. */
const settled = () => new Promise((done) => setImmediate(done))

test('votes that were given without a network arrive once it is back, each as it was meant last', async () => {
  network = 'gone'
  const outbox = open()
  for (const dots of [1, 2, 3]) outbox.put({ target: 'a', dots })
  outbox.put({ target: 'b', dots: 1 })
  await settled()
  expect([atServer, outbox.waiting()]).toEqual([{}, { a: 3, b: 1 }])
  network = 'there'
  timers[0]?.()
  await settled()
  expect([atServer, outbox.waiting(), sent.length]).toEqual([{ a: 3, b: 1 }, {}, 2])
})

test('a reload loses no vote', async () => {
  network = 'gone'
  const before = open()
  before.put({ target: 'a', dots: 2 })
  await settled()
  before.stop()
  network = 'there'
  const after = open()
  expect(after.waiting()).toEqual({ a: 2 })
  await settled()
  expect([atServer, kept.size]).toEqual([{ a: 2 }, 0])
})

test('a dot that moves while the network is away arrives, whichever end of it was said first', async () => {
  atServer = { a: 4, b: 1 }
  network = 'gone'
  const outbox = open()
  outbox.put({ target: 'b', dots: 2 })
  outbox.put({ target: 'a', dots: 3 })
  await settled()
  network = 'there'
  outbox.start()
  await settled()
  expect([atServer, refused]).toEqual([{ a: 3, b: 2 }, 0])
})

test('what will never be taken is given up, and said once', async () => {
  const outbox = open()
  outbox.put({ target: 'a', dots: 6 })
  await settled()
  expect([outbox.waiting(), refused, atServer]).toEqual([{}, 1, {}])
})

test('a server that is broken or not understood loses nobody’s vote; only its no to the vote does', () => {
  const mayStill = (code: FailureCode) => mayPass(new RequestFailed(code))
  const passing: FailureCode[] = ['bug', 'unreadable', 'unreachable', 'too-many', 'unavailable']
  expect(passing.filter(mayStill)).toEqual(passing)
  expect(mayPass(new SyntaxError('not JSON'))).toBe(true)
  const final: FailureCode[] = ['invalid', 'not-found', 'conflict', 'forbidden', 'signed-out']
  expect(final.filter(mayStill)).toEqual([])
})

test('what lies on the device may be anything', () => {
  kept.set('votes', '{"a":"many","b":2,"c":-1')
  expect(open().waiting()).toEqual({})
  kept.set('votes', '{"a":"many","b":2,"c":-1}')
  expect(open().waiting()).toEqual({ b: 2 })
})

test('two tabs lose nothing of each other, and the last word counts', async () => {
  network = 'gone'
  const [one, other] = [open(), open()]
  one.put({ target: 'a', dots: 1 })
  other.put({ target: 'b', dots: 1 })
  one.put({ target: 'a', dots: 2 })
  await settled()
  expect(JSON.parse(kept.get('votes') ?? '{}')).toEqual({ a: 2, b: 1 })
  network = 'there'
  other.start()
  one.start()
  await settled()
  expect([atServer, one.waiting(), other.waiting()]).toEqual([{ a: 2, b: 1 }, {}, {}])
  expect(kept.size).toBe(0)
})

test('one that is put away while a vote is on its way leaves to the next all that is on the device', async () => {
  const first = open()
  first.put({ target: 'a', dots: 1 })
  first.stop()
  network = 'gone'
  open().put({ target: 'b', dots: 2 })
  await settled()
  expect(JSON.parse(kept.get('votes') ?? '{}')).toEqual({ a: 1, b: 2 })
})
