import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { databaseName, eraseDatabases } from '../offline/device-databases'
import { findUnstored, type Memo, type OfflineCopy, openOfflineCopy } from './offline-copy'
import { squashUpdates } from './squash-updates'

const ada = { workspaceId: 'w', personId: 'ada' }
const room = (number: number) => `doc:00000000-0000-4000-8000-00000000000${number}`
const open: OfflineCopy[] = []

async function visit(who = ada, number = 1): Promise<OfflineCopy> {
  const copy = await openOfflineCopy(databaseName(who, room(number)), squashUpdates)
  open.push(copy)
  return copy
}

const memo = (more: Partial<Memo> = {}): Memo => ({
  welcome: null,
  unstored: 0,
  owedFrom: [],
  title: '',
  refused: null,
  ...more,
})

/** Each letter typed, as the update it makes. */
function typed(words: string): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const letter of words) doc.getText('title').insert(doc.getText('title').length, letter)
  return updates
}

async function wordsIn(copy: OfflineCopy): Promise<string> {
  const doc = new Y.Doc()
  for (const update of (await copy.load()).updates) Y.applyUpdate(doc, update)
  return doc.getText('title').toString()
}

const databases = async () => (await indexedDB.databases()).map(({ name }) => name)

afterEach(async () => {
  for (const copy of open.splice(0)) copy.close()
  for (const name of await databases()) indexedDB.deleteDatabase(name ?? '')
})

describe('a copy on this device', () => {
  it('holds after a reload what was written before it, and how much of it is unstored', async () => {
    const before = await visit()
    const [a, b] = typed('ab')
    if (a && b) {
      await before.append([a], memo({ unstored: 1 }))
      await before.append([b], memo({ unstored: 2 }))
    }
    before.close()
    const after = await visit()
    expect((await after.load()).memo?.unstored).toBe(2)
    expect(await wordsIn(after)).toBe('ab')
  })

  it('becomes one row when it has grown long, and says the same', async () => {
    const words = 'A long evening of writing, letter by letter, without a single pause at all.'
    const copy = await visit()
    for (const update of typed(words)) await copy.append([update], memo())
    expect(await wordsIn(copy)).toBe(words)
    expect((await copy.load()).updates.length).toBe(1)
    expect(await wordsIn(copy)).toBe(words)
  })

  it('loses nothing that another tab writes while it becomes one row', async () => {
    const [first, second] = [await visit(), await visit()]
    const updates = typed('x'.repeat(71))
    const last = updates.pop()
    for (const update of updates) await first.append([update], memo())
    const squashing = first.load()
    if (last) await second.append([last], memo({ unstored: 1 }))
    await squashing
    expect(await wordsIn(first)).toBe('x'.repeat(71))
    expect((await (await visit()).load()).memo?.unstored).toBe(1)
  })

  it('forgets the content and keeps what was refused', async () => {
    const copy = await visit()
    for (const update of typed('mine')) await copy.append([update], memo({ unstored: 4 }))
    const refused = { reason: 'too-large' as const, text: 'mine' }
    await copy.clear(() => memo({ refused }))
    expect(await (await visit()).load()).toEqual({ updates: [], memo: memo({ refused }) })
  })

  it('is gone after signing out, also while another tab has it open, which may write no more', async () => {
    const tab = await visit()
    await visit(ada, 2)
    await eraseDatabases(ada)
    expect(await databases()).toEqual([])
    expect(await tab.append(typed('x'), memo()).catch(() => 'refused')).toBe('refused')
  })

  it('is all that signing out erases', async () => {
    indexedDB.open('of another app')
    await visit()
    await eraseDatabases(ada)
    expect(await databases()).toEqual(['of another app'])
  })

  it('tells before signing out in which rooms there are words that nobody else has', async () => {
    await (await visit(ada, 1)).remember(memo({ unstored: 2, title: 'Minutes' }))
    await (await visit(ada, 2)).remember(memo({ title: 'All stored' }))
    await (await visit({ ...ada, personId: 'ben' })).remember(memo({ unstored: 1 }))
    expect(await findUnstored(ada)).toMatchObject([{ room: room(1), title: 'Minutes' }])
  })

  it('stays when somebody else signs out in the same browser', async () => {
    const bens = await visit({ ...ada, personId: 'ben' })
    await bens.append(typed('x'), memo({ unstored: 1 }))
    await visit(ada)
    await eraseDatabases(ada)
    expect(await wordsIn(bens)).toBe('x')
  })
})
