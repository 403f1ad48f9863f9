import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { opened, read, roomVisits, type } from './room-visits'

const { place, visit, untilKept, reconnect } = roomVisits()
const titleOf = (doc: Y.Doc) => doc.getText('title')
const onServer = () => titleOf(place.server.doc).toString()

/** Ada has the room and `words` of her own on this device, which nobody else has. */
async function leaveHere(words: string): Promise<void> {
  titleOf(place.server.doc).insert(0, 'Plan')
  const first = visit()
  await place.server.settle()
  place.server.down = true
  place.server.closeAll('restarting')
  type(first, words)
  await untilKept()
  first.close()
}

/** What others do in a month: every word is another by then. */
function rewriteAll(): void {
  for (let day = 0; day < 30; day++) {
    const writer = new Y.Doc()
    Y.applyUpdate(writer, Y.encodeStateAsUpdate(place.server.doc))
    titleOf(writer).delete(0, titleOf(writer).length)
    titleOf(writer).insert(0, `Day ${day}`)
    Y.applyUpdate(place.server.doc, Y.encodeStateAsUpdate(writer))
  }
}

describe('a copy of a month ago', () => {
  it('opens without the server, is written in, and all of it arrives once', async () => {
    await leaveHere(' B')
    rewriteAll()
    vi.setSystemTime(Date.now() + 30 * 24 * 60 * 60_000)
    const now = visit()
    await place.server.settle()
    expect(read(now)).toBe('Plan B')
    type(now, ' or C')
    await untilKept()
    expect(opened(now).saving.read()).toEqual({ kind: 'offline', changes: 2, onDevice: true })

    place.server.down = false
    await reconnect()
    expect(opened(now).saving.read()).toEqual({ kind: 'saved' })
    expect(onServer().replace('Day 29', '')).toBe(' B or C')
    expect(read(now)).toBe(onServer())
    await vi.advanceTimersByTimeAsync(100)
    expect(place.device.memo?.unstored).toBe(0)
  })

  it('whose words have arrived before this device heard of it sends nothing twice', async () => {
    await leaveHere(' B')
    for (const update of place.device.updates) Y.applyUpdate(place.server.doc, update)
    rewriteAll()
    const before = onServer()
    place.server.down = false
    const now = visit()
    await reconnect()
    expect([onServer(), read(now)]).toEqual([before, before])
    expect(opened(now).saving.read()).toEqual({ kind: 'saved' })
  })
})

describe('a browser that drops what pages keep', () => {
  it('and with it words nobody else has: that is said, and the page opens and saves', async () => {
    await leaveHere(' B')
    place.device.updates = []
    place.server.down = false
    const now = visit()
    await reconnect()
    expect(opened(now).refused).toEqual({ reason: 'evicted', text: '' })
    expect(place.device.memo?.unstored).toBe(0)
    type(now, ' C')
    await untilKept()
    expect(opened(now).saving.read()).toEqual({ kind: 'saved' })
    expect(onServer()).toBe('Plan C')
    opened(now).forgetRefused()
    await untilKept()
    expect(place.device.memo?.refused).toBe(null)
  })

  it('shows nothing as kept while the server is away', async () => {
    await leaveHere(' B')
    place.device.updates = []
    const now = visit()
    await reconnect()
    expect(now.getState()).toEqual({ kind: 'opening', unreachable: true })
  })

  it('while the page is open: its words are in the tab only, which is said, and arrive', async () => {
    const now = visit()
    await place.server.settle()
    place.server.down = true
    place.server.closeAll('restarting')
    type(now, 'Plan')
    await untilKept()
    expect(opened(now).saving.read()).toEqual({ kind: 'offline', changes: 1, onDevice: true })
    place.device.erase()
    type(now, ' B')
    await untilKept()
    expect(opened(now).saving.read()).toEqual({ kind: 'offline', changes: 2, onDevice: false })
    place.server.down = false
    await reconnect()
    expect(opened(now).saving.read()).toEqual({ kind: 'saved' })
    expect(onServer()).toBe('Plan B')
  })

  it('all of it: the room opens from the server, and nothing is said to be lost', async () => {
    titleOf(place.server.doc).insert(0, 'Plan')
    visit()
    await untilKept()
    place.device.erase()
    const now = visit()
    await place.server.settle()
    expect([read(now), opened(now).refused]).toEqual(['Plan', null])
    type(now, ' B')
    await untilKept()
    expect([onServer(), opened(now).saving.read().kind]).toEqual(['Plan B', 'saved'])
  })
})
