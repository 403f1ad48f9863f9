import { limits } from '@atelier/shared/sync/limits'
import { syncKinds } from '@atelier/shared/sync/messages'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  conflictBomb,
  deletionBomb,
  hostileStateVectors,
  hostileUpdates,
} from '../testing/hostile-updates'
import { settled } from '../testing/test-clock'
import { docRoom, roomId, twoPeople, world } from '../testing/two-people'
import { BadFrame } from './bad-frame'
import { checkDepth } from './check-depth'
import { checkSameContent } from './check-same-content'
import { checkUpdate } from './check-update'
import { Clocks } from './clocks'
import { Outline } from './outline'
import { encodeSync } from './sync-frames'
import { OverBudget, withinBudget } from './time-budget'

/** All that is asked of `update` before a room that holds `doc` would take it. */
function check(update: Uint8Array, doc = new Y.Doc()): { gap: boolean } {
  const clocks = new Clocks()
  clocks.advance(Y.decodeStateVector(Y.encodeStateVector(doc)))
  const { gap, known } = checkUpdate(clocks, update, limits.clientsPerUpdate)
  const outline = new Outline()
  outline.take(Y.encodeStateAsUpdate(doc))
  checkDepth(outline, update)
  checkSameContent(doc, update, known)
  return { gap }
}

/** Every update of somebody who uses all a document can hold. */
function honestWork(): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const body = doc.getXmlFragment('body')
  const paragraph = new Y.XmlElement('paragraph')
  body.insert(0, [paragraph])
  const words = new Y.XmlText()
  paragraph.insert(0, [words])
  words.insert(0, 'Ünï 👩‍🏫 <b>', { strong: { nested: ['x', { y: null }] } })
  words.format(1, 3, { em: true })
  words.insertEmbed(2, { image: 'a.png' })
  words.delete(3, 2)
  paragraph.setAttribute('__proto__', 'level')
  const card = doc.getMap('cards')
  card.set('one', new Y.Map([['place', { column: 'a', order: 1.5 }]]))
  card.set('many', [
    1,
    -7,
    2 ** 40,
    0.1,
    10n,
    true,
    null,
    undefined,
    new Uint8Array([1]),
    { a: [] },
  ])
  card.delete('one')
  doc.getArray('list').push([new Y.Array(), 'text'])
  const undo = new Y.UndoManager(card)
  card.set('two', 'x')
  undo.undo()
  return updates
}

describe('[S6] the check before Yjs', () => {
  test.each(Object.entries(hostileUpdates))('refuses %s', (_, update) => {
    expect(() => check(update)).toThrow(BadFrame)
  })

  test('lets through all that editors write, one by one and as a whole', () => {
    const doc = new Y.Doc()
    for (const update of honestWork()) {
      expect(check(update, doc)).toEqual({ gap: false })
      Y.applyUpdate(doc, update)
    }
    expect(check(Y.encodeStateAsUpdate(doc))).toEqual({ gap: false })
    expect(check(Y.mergeUpdates(honestWork()))).toEqual({ gap: false })
    expect(check(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc)), doc)).toEqual({ gap: false })
  })

  test('lets through 64 levels, whether they come at once or one after another', () => {
    const doc = new Y.Doc()
    const arriving: Uint8Array[] = []
    const other = new Y.Doc()
    doc.on('update', (update: Uint8Array) => arriving.push(update))
    let at: Y.XmlFragment = doc.getXmlFragment('body')
    for (let i = 0; i < 64; i++) {
      const next = new Y.XmlElement('p')
      at.insert(0, [next])
      at = next
    }
    for (const update of arriving) {
      check(update, other)
      Y.applyUpdate(other, update)
    }
    expect(check(Y.encodeStateAsUpdate(doc))).toEqual({ gap: false })
    at.insert(0, [new Y.XmlElement('p')])
    expect(() => check(arriving.at(-1) as Uint8Array, other)).toThrow(BadFrame)
  })

  test.each(honestWork().map((update, i) => [i, update] as const))(
    'sees a gap where something before it is missing (update %d)',
    (i, update) => {
      expect(check(update)).toEqual({ gap: i > 0 })
    },
  )

  test('lets somebody delete what hundreds of others wrote', () => {
    const doc = new Y.Doc()
    for (let i = 0; i < 300; i++) {
      const tab = new Y.Doc()
      tab.getArray('list').push([i])
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(tab))
    }
    const room = new Y.Doc()
    Y.applyUpdate(room, Y.encodeStateAsUpdate(doc))
    doc.getArray('list').delete(0, 300)
    const cleared = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(room))
    expect(check(cleared, room)).toEqual({ gap: false })
  })

  test('refuses other words for a clock the room knows already', () => {
    const [ours, theirs] = [new Y.Doc(), new Y.Doc()]
    ours.clientID = theirs.clientID = 77
    ours.getText('body').insert(0, 'mine')
    theirs.getText('body').insert(0, 'other')
    expect(check(Y.encodeStateAsUpdate(ours), ours)).toEqual({ gap: false })
    expect(() => check(Y.encodeStateAsUpdate(theirs), ours)).toThrow(BadFrame)
  })
})

describe('[S6] in a room', () => {
  test.each(Object.entries(hostileUpdates))(
    '%s closes its own connection only',
    async (_, update) => {
      const { ana, ben, logged } = await twoPeople()
      ana.client.sendUpdate(update)
      await settled()
      expect(ana.client.closed?.reason).toBe('badFrame')
      ben.text.insert(0, 'unharmed')
      await settled()
      expect(ben.client.isSaved).toBe(true)
      expect(logged.every(({ level }) => level === 'warn')).toBe(true)
    },
  )

  test.each(Object.entries(hostileStateVectors))(
    'a reader who claims to have %s is sent away',
    async (_, stateVector) => {
      const place = await twoPeople()
      const vera = await place.join('vera', 'read')
      vera.client.sendRaw(encodeSync(syncKinds.step1, stateVector))
      await settled()
      expect(vera.client.closed?.reason).toBe('badFrame')
      expect(place.ana.client.closed).toBeNull()
    },
  )

  test('who comes back to a room that thousands have written in is told what they lack', async () => {
    const place = world()
    const tabs = Array.from({ length: 5000 }, (_, i) => {
      const tab = new Y.Doc()
      tab.getArray('list').push([i])
      return Y.encodeStateAsUpdate(tab)
    })
    place.store.create(roomId, Y.mergeUpdates(tabs))
    const ana = await place.join('ana')
    ana.wire.cut()
    await place.rooms.edit(docRoom, (doc) => doc.getText('body').insert(0, 'meanwhile'))
    await ana.reconnect()
    expect(ana.text.toString()).toBe('meanwhile')
    expect(ana.client.closed).toBeNull()
  })

  test('text that is no UTF-8, which only Yjs notices, is a bad frame and no bug of ours', async () => {
    const { ana, ben, logged } = await twoPeople()
    const broken = new Y.Doc()
    broken.getText('body').insert(0, 'broken')
    const update = Y.encodeStateAsUpdate(broken)
    update[update.lastIndexOf('k'.charCodeAt(0))] = 0xff
    ana.client.sendUpdate(update)
    await settled()
    expect(ana.client.closed?.reason).toBe('badFrame')
    expect(ben.client.closed).toBeNull()
    expect(logged.map(({ level }) => level)).toEqual(['warn'])
  })

  test('clocks of a far future are asked for, not kept', async () => {
    const { ana, ben, rooms } = await twoPeople()
    const ahead = new Y.Doc()
    ahead.getText('body').insert(0, 'x')
    const updates: Uint8Array[] = []
    ahead.on('update', (update: Uint8Array) => updates.push(update))
    ahead.getText('body').insert(1, 'y')
    for (const kind of [syncKinds.update, syncKinds.step2]) {
      ana.client.sendUpdate(updates[0] as Uint8Array, kind)
    }
    await settled()
    expect(ben.text.toString()).toBe('')
    await rooms.edit('doc:6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c01', (doc) => {
      expect(doc.store.pendingStructs).toBeNull()
    })
  })
})

test('[S6] an update whose writers are not in the order of Yjs reaches everybody whole all the same', async () => {
  const place = await twoPeople()
  const [low, high] = [new Y.Doc(), new Y.Doc()]
  low.clientID = 5
  high.clientID = 9
  low.getText('body').insert(0, 'low')
  high.getText('body').insert(0, 'high')
  const [one, two] = [low, high].map((doc) => Y.encodeStateAsUpdate(doc).slice(1, -1))
  place.ana.client.sendUpdate(new Uint8Array([2, ...(one ?? []), ...(two ?? []), 0]))
  place.ben.wire.unsentBytes = 600 * 1024
  place.ana.text.insert(0, 'then ')
  place.ben.wire.readsAgain()
  await settled()
  const late = await place.join('late')
  expect(late.text.length).toBe('lowhighthen '.length)
  expect(place.ben.text.toString()).toBe(late.text.toString())
})

describe('[S6] the time of one frame', () => {
  test.each([
    ['inserts at one place', conflictBomb(200)],
    ['deletions in one text', deletionBomb(200)],
  ])('%s are harmless to the check, and stopped when the time is used up', (_, update) => {
    const doc = new Y.Doc()
    expect(check(update, doc)).toEqual({ gap: false })
    expect(() => withinBudget(0, () => Y.applyUpdate(doc, update))).toThrow(OverBudget)
  })

  test('what was applied until then is whole, and the same for everybody', () => {
    const [stopped, other] = [new Y.Doc(), new Y.Doc()]
    const arriving: Uint8Array[] = []
    stopped.on('update', (update: Uint8Array) => arriving.push(update))
    let calls = 0
    const clock = performance.now
    performance.now = () => calls++
    expect(() => withinBudget(300, () => Y.applyUpdate(stopped, deletionBomb(1000)))).toThrow(
      OverBudget,
    )
    performance.now = clock
    for (const update of arriving) Y.applyUpdate(other, update)
    const [text, same] = [stopped, other].map((doc) => doc.getText('body').toString())
    expect(text?.length).toBeGreaterThan(1000)
    expect(text?.length).toBeLessThan(2000)
    expect(same).toBe(text)
    expect(Y.encodeStateAsUpdate(other)).toEqual(Y.encodeStateAsUpdate(stopped))
  })
})
