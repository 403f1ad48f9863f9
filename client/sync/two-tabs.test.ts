import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { databaseName, eraseDatabases } from '../offline/device-databases'
import { findUnstored, openOfflineCopy } from './offline-copy'
import type { RoomClient } from './room-client'
import { opened, read, roomVisits, type } from './room-visits'
import { squashUpdates } from './squash-updates'

const who = { workspaceId: 'w', personId: 'p1' }
const room = 'doc:00000000-0000-4000-8000-000000000001'
const { place, visit, reconnect } = roomVisits()
const openCopy = (onErased: () => void) =>
  openOfflineCopy(databaseName(who, room), squashUpdates, onErased)
const onServer = () => place.server.doc.getText('title').toString()

/** They stand in one line. */
const both = /One.*Two|Two.*One/s

/** Long enough for the device, too, which answers in turns of its own. */
async function untilQuiet(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) {
    await place.server.settle()
    await vi.advanceTimersByTimeAsync(10)
  }
}

async function openTab(): Promise<RoomClient> {
  const tab = visit(openCopy)
  await untilQuiet()
  return tab
}

/** Two tabs of one person, each with words of its own that nobody else has. */
async function apart(): Promise<[RoomClient, RoomClient]> {
  const [one, two] = [await openTab(), await openTab()]
  place.server.down = true
  place.server.closeAll('restarting')
  type(one, 'One')
  type(two, 'Two')
  await untilQuiet()
  return [one, two]
}

async function comeBack(): Promise<void> {
  place.server.down = false
  await reconnect()
  await untilQuiet()
}

async function owed(): Promise<string[]> {
  const found = findUnstored(who)
  await untilQuiet()
  return (await found).map(({ room }) => room)
}

afterEach(async () => {
  vi.useRealTimers()
  await eraseDatabases(who)
})

describe('two tabs of one person that share a device', () => {
  it('are not both stored when one is: what the other wrote, and was closed, is still owed', async () => {
    const [one, two] = await apart()
    two.close()
    await comeBack()
    expect([onServer(), opened(one).saving.read()]).toEqual(['One', { kind: 'saved' }])
    expect(await owed()).toEqual([room])
  })

  it('send what the other left, once one of them takes it over, and owe nothing more', async () => {
    const [one, two] = await apart()
    two.close()
    await comeBack()
    const taking = one.takeOver()
    await untilQuiet()
    await taking
    await untilQuiet()
    expect(onServer()).toHaveLength('OneTwo'.length)
    expect([read(one), opened(one).saving.read()]).toEqual([onServer(), { kind: 'saved' }])
    expect(await owed()).toEqual([])
  })

  it('take over before they are heard, too: then it goes with their own', async () => {
    const [one, two] = await apart()
    two.close()
    const taking = one.takeOver()
    await untilQuiet()
    await taking
    expect(opened(one).saving.read()).toEqual({ kind: 'offline', changes: 2, onDevice: true })
    await comeBack()
    expect(onServer()).toHaveLength('OneTwo'.length)
    expect(await owed()).toEqual([])
  })

  it('lose nothing and owe nothing where one takes over from another that is open', async () => {
    const [one, two] = await apart()
    const taking = one.takeOver()
    await untilQuiet()
    await taking
    type(two, '!')
    await untilQuiet()
    await comeBack()
    expect([...onServer()].sort().join('')).toBe([...'OneTwo!'].sort().join(''))
    for (const tab of [one, two]) {
      expect([read(tab), opened(tab).saving.read()]).toEqual([onServer(), { kind: 'saved' }])
    }
    expect(await owed()).toEqual([])
  })

  it('count what all of them left when the next one opens', async () => {
    for (const tab of await apart()) tab.close()
    const next = await openTab()
    await vi.advanceTimersByTimeAsync(3_000)
    expect(opened(next).saving.read()).toEqual({ kind: 'offline', changes: 2, onDevice: true })
    await comeBack()
    expect(onServer()).toHaveLength('OneTwo'.length)
    expect(await owed()).toEqual([])
  })

  it.each(['read-only', 'too-large'] as const)(
    'hand back what another left where one is refused: %s',
    async (reason) => {
      const [one, two] = await apart()
      two.close()
      place.server.refuseNext = reason
      await comeBack()
      expect(opened(one).refused?.text).toMatch(both)
      expect(await owed()).toEqual([])
      one.close()
      const next = await openTab()
      expect(opened(next).refused?.text).toMatch(both)
    },
  )

  it('hand back what another left where access was taken', async () => {
    const [one, two] = await apart()
    two.close()
    place.server.shuts = 'noAccess'
    await comeBack()
    expect(one.getState()).toMatchObject({
      kind: 'closed',
      refused: { text: expect.stringMatching(both) },
    })
    expect(await owed()).toEqual([])
  })

  it('keep what one of them has to hand back while the other writes on', async () => {
    const [one, two] = [await openTab(), await openTab()]
    place.server.refuseNext = 'too-large'
    type(one, 'Much')
    await untilQuiet()
    expect(opened(one).refused?.text).toBe('Much')
    one.close()
    type(two, 'Little')
    await untilQuiet()
    two.close()
    const next = await openTab()
    expect(opened(next).refused?.text).toBe('Much')
    opened(next).forgetRefused()
    await untilQuiet()
    next.close()
    expect(opened(await openTab()).refused).toBe(null)
  })

  it('take up what a version before this one noted for all of them', async () => {
    const [one, two] = await apart()
    one.close()
    two.close()
    const all = { welcome: null, unstored: 2, owedFrom: [], refused: null, title: 'Plan' }
    const noting = noteAsBefore(all)
    await untilQuiet()
    await noting
    expect(await owed()).toEqual([room])
    await comeBack()
    const next = await openTab()
    await comeBack()
    expect(opened(next).saving.read()).toEqual({ kind: 'saved' })
    expect(await owed()).toEqual([])
  })
})

/** One memo for all tabs. */
const noteAsBefore = (memo: object) =>
  new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(databaseName(who, room), 1)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('memo', 'readwrite')
      transaction.objectStore('memo').clear()
      transaction.objectStore('memo').put(memo, 'memo')
      transaction.oncomplete = () => resolve(opening.result.close())
    }
  })
