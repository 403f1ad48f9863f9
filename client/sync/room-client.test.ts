import type { Welcome } from '@atelier/shared/sync/messages'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { opened, read, roomVisits, type } from './room-visits'

const { place, visit, untilKept, reconnect } = roomVisits()

const welcome: Welcome = {
  access: 'write',
  reload: false,
  me: { id: 'p1', name: 'Ada', colour: 'teal' },
}

function newTitle(title: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('title').insert(0, title)
  return Y.encodeStateAsUpdate(doc)
}

describe('an open room', () => {
  it('[S1] says saving until the database has it, then saved', async () => {
    const ada = visit()
    await place.server.settle()
    place.server.holdsStore = true
    type(ada, 'Hello')
    await place.server.settle()
    expect(opened(ada).saving.read()).toEqual({ kind: 'saving', changes: 1 })
    place.server.release()
    await place.server.settle()
    expect(opened(ada).saving.read()).toEqual({ kind: 'saved' })
  })

  it('does not count what others write', async () => {
    const ada = visit()
    await place.server.settle()
    place.server.holdsStore = true
    place.server.doc.getText('title').insert(0, 'Theirs')
    await place.server.settle()
    expect([read(ada), opened(ada).saving.read().kind]).toEqual(['Theirs', 'saved'])
  })

  it('keeps counting offline, and says saved only after the step 2 is stored', async () => {
    const ada = visit()
    await place.server.settle()
    place.server.closeAll('restarting')
    type(ada, 'a')
    type(ada, 'b')
    await untilKept()
    expect(opened(ada).saving.read()).toEqual({ kind: 'offline', changes: 2, onDevice: true })
    place.server.holdsStore = true
    await reconnect()
    expect(opened(ada).saving.read()).toEqual({ kind: 'saving', changes: 2 })
    place.server.release()
    await place.server.settle()
    expect(opened(ada).saving.read()).toEqual({ kind: 'saved' })
    expect(place.server.doc.getText('title').toString()).toBe('ab')
  })

  it('turns offline within fifteen seconds when the cable is pulled without a word', async () => {
    const ada = visit()
    await place.server.settle()
    place.server.silent = true
    type(ada, 'x')
    await vi.advanceTimersByTimeAsync(15_000)
    expect(opened(ada).saving.read()).toEqual({ kind: 'offline', changes: 1, onDevice: true })
    place.server.silent = false
    await reconnect()
    expect(opened(ada).saving.read().kind).toBe('saved')
    expect(place.server.doc.getText('title').toString()).toBe('x')
  })
})

describe('this device', () => {
  it('opens what it kept when the server cannot be reached, and stores it when it can', async () => {
    const first = visit()
    await place.server.settle()
    place.server.down = true
    place.server.closeAll('restarting')
    type(first, 'Kept')
    await place.server.settle()
    first.close()

    const second = visit()
    await place.server.settle()
    expect(read(second)).toBe('Kept')
    expect(opened(second).saving.read()).toEqual({ kind: 'offline', changes: 1, onDevice: true })
    place.server.down = false
    await reconnect()
    expect(opened(second).saving.read().kind).toBe('saved')
    expect(place.server.doc.getText('title').toString()).toBe('Kept')
  })

  it('shows a room begun here at once, and knocks only when the server knows it', async () => {
    let becomesKnown = () => {}
    place.fresh = {
      known: new Promise((resolve) => {
        becomesKnown = resolve
      }),
    }
    place.device.updates = [newTitle('Begun ')]
    place.device.memo = { welcome, unstored: 0, owedFrom: [], refused: null, title: 'Begun ' }
    const ada = visit()
    await place.server.settle()
    type(ada, 'here')
    await untilKept()
    expect(opened(ada).saving.read()).toEqual({ kind: 'offline', changes: 1, onDevice: true })
    expect(place.server.sockets.size).toBe(0)
    becomesKnown()
    await reconnect()
    expect(opened(ada).saving.read()).toEqual({ kind: 'saved' })
    expect(place.server.doc.getText('title').toString()).toBe('Begun here')
  })

  it('claims to keep only what it has committed', async () => {
    const ada = visit()
    await place.server.settle()
    place.server.closeAll('restarting')
    type(ada, 'x')
    await untilKept()
    const writeOn = place.device.hold()
    type(ada, 'y')
    type(ada, 'z')
    await untilKept()
    expect(opened(ada).saving.read()).toEqual({ kind: 'offline', changes: 1, onDevice: true })
    writeOn()
    await place.server.settle()
    expect(opened(ada).saving.read()).toEqual({ kind: 'offline', changes: 3, onDevice: true })
  })

  it('never claims to keep what it could not write', async () => {
    const ada = visit()
    await place.server.settle()
    place.server.closeAll('restarting')
    place.device.full = true
    type(ada, 'x')
    await untilKept()
    expect(opened(ada).saving.read()).toEqual({ kind: 'offline', changes: 1, onDevice: false })
  })

  it('shows nothing as if it were empty when there is no copy and no server', async () => {
    place.server.down = true
    const ada = visit()
    await place.server.settle()
    expect(ada.getState()).toEqual({ kind: 'opening', unreachable: true })
  })
})
