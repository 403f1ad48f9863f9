import { syncKinds } from '@atelier/shared/sync/messages'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { settled } from '../testing/test-clock'
import { admitted, docRoom, roomId, twoPeople, world } from '../testing/two-people'
import { encodeSync } from './sync-frames'

describe('[S5] at the door', () => {
  test('nobody signed in is told to sign in', async () => {
    const ana = await world().join('ana', 'write', { ticket: null })
    expect(ana.client.closed).toEqual({ code: 4401, reason: 'signedOut' })
  })

  test('missing and not allowed get the same answer', async () => {
    const place = world()
    place.answers.set('person-mallory', { kind: 'no-access' })
    expect((await place.join('mallory')).client.closed).toEqual({ code: 4404, reason: 'noAccess' })
  })

  test('an older wire has to reload, a newer one to wait for this server to be renewed', async () => {
    const place = world()
    const old = await place.join('old', 'write', { wire: 0 })
    const none = await place.join('none', 'write', { wire: Number.NaN })
    const next = await place.join('next', 'write', { wire: 2 })
    expect([old, none, next].map(({ client }) => client.closed?.reason)).toEqual([
      'reload',
      'reload',
      'loadFailed',
    ])
  })

  test('rights that change while the room is loading are asked again', async () => {
    const place = world()
    place.store.hold()
    const ana = await place.join('ana')
    place.answers.set('person-ana', { kind: 'no-access' })
    place.rooms.recheck({ personIds: ['person-ana'] })
    await place.store.release()
    await settled()
    expect(ana.client.welcome).toBeNull()
    expect(ana.client.closed?.reason).toBe('noAccess')
  })
})

describe('[S5] when rights change', () => {
  test.each([
    ['removed', { kind: 'no-access' } as const, 'noAccess'],
    ['signed out', { kind: 'signed-out' } as const, 'signedOut'],
    ['made a reader', admitted('ana', 'read'), 'accessChanged'],
  ])('whoever is %s is out at once, and nobody else', async (_, answer, reason) => {
    const { ana, ben, answers, rooms } = await twoPeople()
    answers.set('person-ana', answer)
    rooms.recheck({ personIds: ['person-ana'] })
    await settled()
    expect(ana.client.closed?.reason).toBe(reason)
    expect(ben.client.closed).toBeNull()
  })

  test.each([
    { roomIds: [roomId] },
    { sessionIds: ['session-ana'] },
    { personIds: ['somebody', 'person-ana'] },
  ])('is found by %o', async (affected) => {
    const { ana, answers, rooms } = await twoPeople()
    answers.set('person-ana', { kind: 'no-access' })
    rooms.recheck(affected)
    await settled()
    expect(ana.client.closed?.reason).toBe('noAccess')
  })

  test('nothing is let through until the answer is there', async () => {
    const { ana, ben, answers, rooms } = await twoPeople()
    answers.set('person-ana', { kind: 'no-access' })
    rooms.recheck({ personIds: ['person-ana'] })
    ana.text.insert(0, 'one last word')
    await settled()
    expect(ben.text.toString()).toBe('')
  })

  test('whoever keeps their rights notices nothing', async () => {
    const { ana, ben, rooms } = await twoPeople()
    rooms.recheck({ personIds: ['person-ana'] })
    ana.text.insert(0, 'still here')
    await settled()
    expect(ben.text.toString()).toBe('still here')
    expect(ana.client.isSaved).toBe(true)
  })

  test.each(['silence', 'failure'] as const)(
    'a %s for an answer lets nobody stay beyond a second',
    async (answer) => {
      const { ana, answers, rooms, clock } = await twoPeople()
      answers.set('person-ana', answer)
      rooms.recheck({ personIds: ['person-ana'] })
      ana.text.insert(0, 'x')
      await clock.advance(1000)
      expect(ana.client.closed?.reason).toBe('accessChanged')
    },
  )

  test('a change nobody reported is noticed within a minute', async () => {
    const { ana, ben, answers, clock } = await twoPeople()
    answers.set('person-ana', { kind: 'no-access' })
    await clock.advance(60_000)
    expect(ana.client.closed?.reason).toBe('noAccess')
    expect(ben.client.closed).toBeNull()
  })

  test('a database that is away throws nobody out', async () => {
    const { ana, answers, clock } = await twoPeople()
    answers.set('person-ana', 'failure')
    await clock.advance(120_000)
    expect(ana.client.closed).toBeNull()
  })
})

describe('[S6] a bad frame', () => {
  test('closes its own connection only', async () => {
    const { ana, ben } = await twoPeople()
    ana.client.sendRaw(new Uint8Array([0, 2, 3, 255, 255, 255]))
    await settled()
    expect(ana.client.closed).toEqual({ code: 4400, reason: 'badFrame' })
    ben.text.insert(0, 'unharmed')
    await settled()
    expect(ben.client.isSaved).toBe(true)
  })

  test.each([
    ['text', 'hello'],
    ['nothing at all', new Uint8Array()],
    ['an unknown kind', new Uint8Array([42])],
    ['an unknown sync kind', new Uint8Array([0, 7, 0])],
    ['bytes after the end', new Uint8Array([0, 0, 1, 0, 9])],
    ['a truncated frame', new Uint8Array([0, 2, 50, 1])],
    ['what only the server says', new Uint8Array([4, 9])],
    ['presence that is no JSON', new Uint8Array([1, 5, 1, 1, 1, 1, 0x7b])],
    ['presence of millions', new Uint8Array([1, 4, 255, 255, 255, 127])],
  ])('%s is one', async (_, frame) => {
    const { ana, ben, logged } = await twoPeople()
    ana.client.sendRaw(frame)
    await settled()
    expect(ana.client.closed?.reason).toBe('badFrame')
    expect(ben.client.closed).toBeNull()
    expect(logged.map(({ level }) => level)).toEqual(['warn'])
  })
})

describe('a connection', () => {
  test('that no longer answers is dropped, and its person is gone', async () => {
    const { ana, ben, clock, rooms } = await twoPeople()
    ana.wire.answersPings = false
    await clock.advance(30_000)
    expect(ana.wire.isOpen).toBe(false)
    expect(ben.wire.isOpen).toBe(true)
    expect(ben.wire.pings).toBe(3)
    expect(rooms.whoIsHere([`doc:${roomId}`]).get(`doc:${roomId}`)).toHaveLength(1)
  })

  test('that sends very much at once is heard in turn with others, in order and to the end', async () => {
    const { ana, ben, clock } = await twoPeople()
    clock.holdsTurns = true
    for (let i = 0; i < 300; i++) ana.text.insert(ana.text.length, `${i} `)
    expect(ana.wire.isPaused).toBe(true)
    ben.text.insert(0, 'meanwhile ')
    clock.endTurn()
    await settled()
    expect(ana.wire.isPaused).toBe(false)
    expect(ana.text.toString()).toContain('meanwhile ')
    expect(ben.text.toString()).toBe(ana.text.toString())
    expect(ben.text.toString()).toContain('298 299 ')
    expect(ana.client.isSaved).toBe(true)
  })

  test('that floods is read more slowly, not closed', async () => {
    const { ana, ben, clock } = await twoPeople()
    for (let i = 0; i < 21_000; i++) ana.client.sendRaw(new Uint8Array([3]))
    expect(ana.wire.isPaused).toBe(true)
    expect(ana.client.closed).toBeNull()
    await clock.advance(2000)
    expect(ana.wire.isPaused).toBe(false)
    expect(ben.client.closed).toBeNull()
  })

  test('[S8] that missed what has been squashed meanwhile is told everything', async () => {
    const { ana, ben, clock, store } = await twoPeople()
    ben.wire.unsentBytes = 600 * 1024
    for (let i = 0; i < 300; i++) ana.text.insert(0, 'x')
    await settled()
    await clock.advance(5000)
    expect(store.squashes).toBe(1)
    ben.wire.readsAgain()
    expect(ben.text.length).toBe(300)
  })

  test('[S8] that reads nothing at all costs no more, however much others write', async () => {
    const { ana, ben } = await twoPeople()
    ben.wire.readsNothing()
    for (let i = 0; i < 100; i++) ana.text.insert(0, 'x'.repeat(20_000))
    await settled()
    expect(ben.wire.unsentBytes).toBeLessThan(600 * 1024)
    expect(ben.client.closed).toBeNull()
  })

  describe('[S8] that asks for all of a large room, and reads none of it', () => {
    const megabytes = (count: number) => count * 1024 * 1024
    const askForAll = encodeSync(syncKinds.step1, new Uint8Array([0]))

    async function roomOf(bytes: number) {
      const place = world()
      const large = new Y.Doc()
      large.getMap('files').set('large', new Uint8Array(bytes))
      place.store.create(roomId, Y.encodeStateAsUpdate(large))
      const vera = await place.join('vera', 'read')
      vera.wire.readsNothing()
      return { place, vera }
    }

    test('is given it once', async () => {
      const { vera } = await roomOf(megabytes(10))
      vera.client.sendRaw(askForAll)
      expect(vera.wire.unsentBytes).toBeGreaterThan(megabytes(10))
      expect(vera.client.closed).toBeNull()
    })

    test('is closed when it asks for more, instead of filling the memory', async () => {
      const { vera } = await roomOf(megabytes(10))
      for (let i = 0; i < 10; i++) vera.client.sendRaw(askForAll)
      expect(vera.wire.unsentBytes).toBeLessThan(megabytes(15))
      expect(vera.client.closed?.reason).toBe('tooSlow')
    })

    test('and more of it than before each time, is closed all the same', async () => {
      const { place, vera } = await roomOf(megabytes(1))
      for (let i = 0; i < 10; i++) {
        await place.rooms.edit(docRoom, (doc) => doc.getMap('files').set('more', new Uint8Array(1)))
        vera.client.sendRaw(askForAll)
      }
      expect(vera.wire.unsentBytes).toBeLessThan(megabytes(6))
      expect(vera.client.closed?.reason).toBe('tooSlow')
    })
  })
})
