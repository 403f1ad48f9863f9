import { unswept } from '@atelier/shared/sync/unswept'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { boldTwice } from '../testing/bold-twice'
import { TestClock } from '../testing/test-clock'
import { RoomContent } from './room-content'
import { payloadOf } from './sync-frames'

const empty = Y.encodeStateVector(new Y.Doc())

/** What somebody typed, one large paste first. */
function typing(): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const words of ['large '.repeat(4000), 'lost', 'after it']) {
    doc.getText('body').insert(doc.getText('body').length, words)
  }
  return updates
}

function open(updates: readonly Uint8Array[]) {
  let gaps = 0
  const content = new RoomContent(updates, new TestClock(), { onGap: () => gaps++ })
  return { content, gaps: () => gaps }
}

function read(content: RoomContent): Y.Doc {
  const doc = new Y.Doc()
  for (const frame of content.answerStep1(empty).frames) Y.applyUpdate(doc, payloadOf(frame))
  return doc
}

test('[S3] one large row that builds on what was lost is found out, told, and passed on whole', () => {
  const [first, , last] = typing() as [Uint8Array, Uint8Array, Uint8Array]
  const { content, gaps } = open([Y.mergeUpdates([first, last])])
  content.step1()
  content.step1()
  expect(gaps()).toBe(1)
  const { store } = read(content)
  expect(store.pendingStructs).toBeNull()
})

test('[S9] whoever comes first to one large row is given all of it, and asked for the rest', () => {
  const whole = Y.mergeUpdates(typing())
  const { content, gaps } = open([whole])
  expect(read(content).getText('body').toString()).toMatch(/^(large ){4000}lostafter it$/)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, whole)
  expect(payloadOf(content.step1())).toEqual(Y.encodeStateVector(doc))
  expect(gaps()).toBe(0)
})

test('[S3] the room has what is in its log, and tidies up nothing that nobody else hears of', () => {
  const [first, ...marks] = boldTwice() as [Uint8Array, Uint8Array, Uint8Array]
  const { content } = open([first])
  expect(content.doc.getXmlFragment('body').toString()).toBe('one two')
  for (const update of marks) content.take({ update, kind: 'update', maxClients: 10 })
  const ofLog = unswept(new Y.Doc())
  for (const update of [first, ...marks]) Y.applyUpdate(ofLog, update)
  expect(Y.equalSnapshots(Y.snapshot(content.doc), Y.snapshot(ofLog))).toBe(true)
})
