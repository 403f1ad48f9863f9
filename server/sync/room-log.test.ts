import { syncKinds } from '@atelier/shared/sync/messages'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Random } from '../testing/random'
import { checkUpdate } from './check-update'
import { Outline } from './outline'
import type { Parcel } from './parcel'
import { RoomLog } from './room-log'
import { ownLog } from './scan-update'
import { squashed } from './squashed'
import { encodeSync, payloadOf } from './sync-frames'
import { withoutKnownDeletions } from './without-known-deletions'

/** What several people write into one document, one after another, with all that Yjs can hold. */
function history(random: Random, edits: number): Uint8Array[] {
  const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
  const updates: Uint8Array[] = []
  for (const [i, doc] of docs.entries()) {
    doc.clientID = random.below(2 ** 32)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'road') return
      updates.push(update)
      for (const [j, other] of docs.entries()) if (i !== j) Y.applyUpdate(other, update, 'road')
    })
  }
  for (let i = 0; i < edits; i++) edit(random.pick(docs), random)
  return updates
}

function edit(doc: Y.Doc, random: Random) {
  const text = doc.getText('body')
  const body = doc.getXmlFragment('page')
  const at = random.below(text.length + 1)
  const paragraph = new Y.XmlElement('paragraph')
  const actions = [
    () => text.insert(at, 'word '),
    () => text.insert(at, 'é👩‍🏫'),
    () => text.delete(0, Math.min(text.length, random.below(4))),
    () => text.format(0, at, { strong: random.pick([true, null]) }),
    () => body.insert(random.below(body.length + 1), [paragraph]),
    () => body.length > 0 && (body.get(0) as Y.XmlElement).insert(0, [new Y.XmlText('inside')]),
    () => body.length > 0 && body.delete(random.below(body.length), 1),
    () => doc.getMap('cards').set(`${random.below(3)}`, new Y.Map([['place', random.below(9)]])),
  ]
  random.pick(actions)()
}

function logOf(updates: readonly Uint8Array[], random: Random): RoomLog {
  const stored = random.below(updates.length)
  const log = new RoomLog(updates.slice(0, stored), { forgets: random.below(2) === 0 })
  for (const [nth, update] of updates.slice(stored).entries()) {
    const { ends } = checkUpdate(log.clocks, update, ownLog)
    log.add(encodeSync(syncKinds.update, update), ends)
    if (random.below(8) === 0) log.squash(squashed([...log.updates()]), log.end)
    if (random.below(8) === 0) log.whole()
    if (random.below(8) === 0) log.gather()
    // One that was read a while ago, when there was less.
    const upTo = nth - random.below(6)
    if (random.below(8) === 0 && upTo > 0) {
      log.squash(squashed(updates.slice(0, stored + upTo)), upTo)
    }
  }
  return log
}

function read(parcel: Parcel, doc: Y.Doc) {
  for (const frame of parcel.frames) Y.applyUpdate(doc, payloadOf(frame))
}

const stateOf = (doc: Y.Doc) => ({
  text: doc.getText('body').toDelta(),
  page: doc.getXmlFragment('page').toString(),
  cards: doc.getMap('cards').toJSON(),
  snapshot: Y.encodeSnapshot(Y.snapshot(doc)),
  pending: doc.store.pendingStructs ?? doc.store.pendingDs,
})

describe.each(Array.from({ length: 30 }, (_, seed) => seed))('[S3] a log (seed %d)', (seed) => {
  const random = new Random(seed)
  const updates = history(random, 120)
  const log = logOf(updates, random)
  const wanted = new Y.Doc()
  for (const update of updates) Y.applyUpdate(wanted, update)

  test('knows how far everybody has got', () => {
    expect(Y.decodeStateVector(log.clocks.encode())).toEqual(
      Y.decodeStateVector(Y.encodeStateVector(wanted)),
    )
  })

  test('tells everybody what they lack, wherever they stopped', () => {
    for (let known = 0; known < updates.length; known += 5) {
      const doc = new Y.Doc()
      for (const update of updates.slice(0, known)) Y.applyUpdate(doc, update)
      const ends = Y.decodeStateVector(Y.encodeStateVector(doc))
      for (let again = 0; again < 2; again++) {
        const answer = log.answer(ends)
        expect(answer.frames.map((frame) => frame[1]).indexOf(syncKinds.step2)).toBe(
          answer.frames.length - 1,
        )
        read(answer, doc)
        expect(stateOf(doc)).toEqual(stateOf(wanted))
      }
    }
  })

  test('tells who was told only of the beginning all that came since', () => {
    const doc = new Y.Doc()
    const half = logOf(updates.slice(0, 60), random)
    read(half.whole(), doc)
    const { end } = half
    for (const update of updates.slice(60)) {
      half.add(encodeSync(syncKinds.update, update), checkUpdate(half.clocks, update, ownLog).ends)
    }
    if (seed % 2 === 0) half.squash(squashed([...half.updates()]), end + random.below(10))
    read(half.since(end), doc)
    expect(stateOf(doc)).toEqual(stateOf(wanted))
  })

  test('knows how deep everything lies, and what is deleted', () => {
    const outline = new Outline()
    for (const update of log.updates()) outline.take(update)
    for (const [client, structs] of wanted.store.clients) {
      for (const struct of structs) {
        const range = { from: struct.id.clock, to: struct.id.clock + struct.length }
        if (!(struct instanceof Y.Item)) continue
        const { parent } = struct
        const parents = parent instanceof Y.AbstractType ? depthOf(parent) : 0
        if (!struct.deleted) {
          expect(outline.depthAt(client, range.from)).toBe(parents)
          expect(outline.undeleted(client, range)).toEqual([range])
        }
      }
    }
    const state = Y.encodeStateAsUpdate(wanted)
    const { deletionsAt } = checkUpdate(log.clocks, state, ownLog)
    const whole = new Outline()
    whole.take(state)
    expect([...withoutKnownDeletions(whole, state, deletionsAt).subarray(deletionsAt)]).toEqual([0])
  })
})

test('[S18] a squash that was made of older rows brings nothing back that is deleted by now', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.getText('body').insert(0, 'what stays, and regretted words')
  const log = new RoomLog(updates.slice(), { forgets: true })
  const older = squashed(updates)
  doc.getText('body').delete(10, 21)
  const [, deletion = older] = updates
  const { ends } = checkUpdate(log.clocks, deletion, ownLog)
  log.add(encodeSync(syncKinds.update, deletion), ends)
  const says = () => Buffer.concat(log.whole().frames).toString()
  expect(says()).not.toContain('regretted')
  log.squash(older, 0)
  expect(says()).not.toContain('regretted')
  expect(says()).toContain('what stays')
  const late = new Y.Doc()
  read(log.whole(), late)
  expect(stateOf(late)).toEqual(stateOf(doc))
})

/** How many types a type's content lies in. */
function depthOf(type: Y.AbstractType<unknown>): number {
  let depth = 0
  for (let item = type._item; item; item = (item.parent as Y.AbstractType<unknown>)._item) depth++
  return depth
}
