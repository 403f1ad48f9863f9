import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { RoomClient } from './room-client'
import { opened, read, roomVisits, type } from './room-visits'

const { place, visit, untilKept, reconnect } = roomVisits()

const closed = (client: RoomClient) => {
  const state = client.getState()
  if (state.kind !== 'closed') throw new Error(`room is ${state.kind}`)
  return state
}

describe('when rights change', () => {
  it('[S5] asks again at once and goes on in the same doc', async () => {
    const ada = visit()
    await place.server.settle()
    const before = opened(ada).room.doc
    place.server.access = 'read'
    place.server.closeAll('accessChanged')
    await vi.advanceTimersByTimeAsync(1)
    await place.server.settle()
    expect(opened(ada).saving.read().kind).toBe('reading')
    expect(opened(ada).room.access).toBe('read')
    expect(opened(ada).room.doc).toBe(before)
  })

  it('[S4] shows the truth and keeps the words that a reader may not write', async () => {
    const ada = visit()
    await place.server.settle()
    place.server.doc.getText('title').insert(0, 'Truth')
    await place.server.settle()
    place.server.down = true
    place.server.closeAll('restarting')
    type(ada, ' and more')
    place.server.down = false
    place.server.access = 'read'
    await reconnect()
    expect(read(ada)).toBe('Truth')
    expect(opened(ada).refused).toEqual({ reason: 'read-only', text: 'Truth and more' })
    expect(opened(ada).saving.read().kind).toBe('reading')
    opened(ada).forgetRefused()
    expect(opened(ada).refused).toBe(null)
  })

  it('names the cards that a reader may not change any more, and hands back the words on them', async () => {
    const board = place.server.doc.getMap<Y.Map<unknown>>('cards')
    for (const title of ['Measure', 'Stays']) {
      const card = new Y.Map<unknown>()
      card.set('title', new Y.Text(title))
      card.set('place', { column: 'todo', order: 'a' })
      board.set(title, card)
    }
    const ada = visit()
    await place.server.settle()
    place.server.down = true
    place.server.closeAll('restarting')
    const hers = opened(ada).room.doc.getMap<Y.Map<unknown>>('cards').get('Measure')
    hers?.set('place', { column: 'done', order: 'a' })
    const item = new Y.Map<unknown>()
    item.set('text', 'Ask the driver')
    item.set('place', { list: 'l', order: 'a' })
    hers?.set('item:1', item)
    place.server.down = false
    place.server.access = 'read'
    await reconnect()
    const refused = { reason: 'read-only', text: 'Ask the driver', about: ['Measure'] }
    expect(opened(ada).refused).toEqual(refused)
    const truth = opened(ada).room.doc.getMap<Y.Map<unknown>>('cards').get('Measure')
    expect(truth?.get('place')).toEqual({ column: 'todo', order: 'a' })
  })

  it('[S4] a reader writes nothing, whatever others mark at the same moment', async () => {
    place.server.doc.getText('title').insert(0, 'Bold words')
    place.server.access = 'read'
    const ada = visit()
    await place.server.settle()
    const { doc } = opened(ada).room
    const marked = [1, 2].map((clientID) => {
      const writer = new Y.Doc()
      writer.clientID = clientID
      Y.applyUpdate(writer, Y.encodeStateAsUpdate(place.server.doc))
      writer.getText('title').format(0, 4, { bold: true })
      return Y.encodeStateAsUpdate(writer, Y.encodeStateVector(place.server.doc))
    })
    for (const update of marked) place.server.tell(update)
    await place.server.settle()
    expect(opened(ada).room.doc).toBe(doc)
    expect(opened(ada).refused).toBe(null)
    expect(doc.getText('title').toDelta()[0]).toMatchObject({ attributes: { bold: true } })
  })

  it('takes back what is too large, and goes on', async () => {
    const ada = visit()
    await place.server.settle()
    place.server.refuseNext = 'too-large'
    type(ada, 'too much of it')
    await place.server.settle()
    expect(read(ada)).toBe('')
    expect(opened(ada).refused?.text).toBe('too much of it')
    type(ada, 'fine')
    await place.server.settle()
    expect(opened(ada).saving.read().kind).toBe('saved')
    expect(place.server.doc.getText('title').toString()).toBe('fine')
  })

  it('closes for good when signed out, with the edits kept on the device', async () => {
    const ada = visit()
    await place.server.settle()
    place.server.holdsStore = true
    type(ada, 'mine')
    place.server.closeAll('signedOut')
    await reconnect()
    expect(ada.getState()).toMatchObject({ reason: 'signedOut', changes: 1, onDevice: true })
    expect(place.server.sockets.size).toBe(0)
    const kept = new Y.Doc()
    for (const update of place.device.updates) Y.applyUpdate(kept, update)
    expect(kept.getText('title').toString()).toBe('mine')
  })

  it('goes on under a new session of the same person, without a word', async () => {
    const ada = visit()
    await place.server.settle()
    place.server.holdsStore = true
    type(ada, 'mine')
    place.stillSignedIn = vi.fn(() => Promise.reject(new Error('nobody answers')))
    place.server.closeAll('signedOut')
    await place.server.settle()
    expect(opened(ada).saving.read().kind).toBe('offline')
    place.server.holdsStore = false
    await reconnect()
    place.stillSignedIn = async () => true
    place.server.closeAll('signedOut')
    await vi.advanceTimersByTimeAsync(1)
    await place.server.settle()
    expect(opened(ada).saving.read().kind).toBe('saved')
    expect(place.server.doc.getText('title').toString()).toBe('mine')
  })

  it('ends when the server turns away somebody who is signed in', async () => {
    const ada = visit()
    await place.server.settle()
    place.stillSignedIn = vi.fn(async () => true)
    place.server.shuts = 'signedOut'
    place.server.closeAll('signedOut')
    await reconnect()
    await reconnect()
    expect(closed(ada).reason).toBe('signedOut')
    expect(place.stillSignedIn).toHaveBeenCalledOnce()
  })

  it('sends nothing of hers when somebody else has signed in here meanwhile', async () => {
    const ada = visit()
    await place.server.settle()
    place.server.down = true
    place.server.closeAll('restarting')
    type(ada, 'mine')
    place.server.down = false
    place.server.personId = 'p2'
    await reconnect()
    expect(closed(ada)).toMatchObject({ reason: 'signedOut', changes: 1 })
    expect(place.server.doc.getText('title').toString()).toBe('')
  })

  it('does not claim that a device without a copy kept the edits, and hands them back', async () => {
    const ada = visit(null)
    await place.server.settle()
    place.server.doc.getText('title').insert(0, 'Theirs. ')
    await place.server.settle()
    place.server.holdsStore = true
    type(ada, 'Mine')
    place.server.closeAll('signedOut')
    await place.server.settle()
    expect(ada.getState()).toMatchObject({ reason: 'signedOut', changes: 1, onDevice: false })
    expect(closed(ada).refused).toEqual({ reason: 'unkept', text: 'Theirs. Mine' })
  })

  it('hands back what the device turns out not to have kept, even after the end', async () => {
    const ada = visit()
    await place.server.settle()
    place.server.holdsStore = true
    const writeOn = place.device.hold()
    type(ada, 'mine')
    place.server.closeAll('signedOut')
    await untilKept()
    place.device.full = true
    writeOn()
    await place.server.settle()
    expect(closed(ada)).toMatchObject({ changes: 1, onDevice: false })
    expect(closed(ada).refused).toEqual({ reason: 'unkept', text: 'mine' })
    expect(ada.unstored).toBe(true)
  })

  it('hands back unstored words where access was taken, and keeps nothing else of the room', async () => {
    const ada = visit()
    await place.server.settle()
    place.server.doc.getMap('cards').set('one', new Y.Text('A secret of theirs'))
    await place.server.settle()
    place.server.holdsStore = true
    type(ada, 'mine')
    place.server.closeAll('noAccess')
    await place.server.settle()
    const refused = { reason: 'no-access', text: 'mine' }
    expect(ada.getState()).toMatchObject({ kind: 'closed', reason: 'noAccess', refused })
    expect(place.device.updates).toEqual([])
    ada.close()

    place.server.down = true
    const later = visit()
    await place.server.settle()
    expect(later.getState().kind).toBe('opening')
    place.server.down = false
    place.server.doc.getText('title').insert(0, 'Back')
    await reconnect()
    expect(opened(later).refused).toEqual(refused)
    opened(later).forgetRefused()
    expect(place.device.memo?.refused).toBe(null)
  })

  it('of what was changed on cards of theirs, hands back one’s own words alone', async () => {
    const card = new Y.Map<unknown>()
    card.set('title', new Y.Text('A secret of theirs'))
    card.set('text', 'Another')
    place.server.doc.getMap('cards').set('one', card)
    const ada = visit()
    await place.server.settle()
    place.server.holdsStore = true
    const hers = opened(ada).room.doc.getMap<Y.Map<unknown>>('cards').get('one')
    const item = new Y.Map<unknown>()
    item.set('text', 'Mine')
    hers?.set('item:1', item)
    place.server.closeAll('noAccess')
    await place.server.settle()
    expect(closed(ada).refused).toEqual({ reason: 'no-access', text: 'Mine' })
  })

  it('hands back words of an earlier visit, too', async () => {
    const before = visit()
    await place.server.settle()
    place.server.down = true
    place.server.closeAll('restarting')
    type(before, 'written on the train')
    await place.server.settle()
    before.close()
    const after = visit()
    await place.server.settle()
    place.server.closeAll('noAccess')
    place.server.down = false
    place.server.shuts = 'noAccess'
    await reconnect()
    expect(closed(after).refused?.text).toBe('written on the train')
  })

  it('takes back what the server calls a bad frame, and goes on instead of failing at every visit', async () => {
    const ada = visit()
    await place.server.settle()
    place.server.holdsStore = true
    type(ada, 'poison')
    place.server.closeAll('badFrame')
    await place.server.settle()
    place.server.holdsStore = false
    await place.server.settle()
    expect([read(ada), opened(ada).refused]).toEqual(['', { reason: 'bad-frame', text: 'poison' }])
    expect(place.device.updates).toEqual([])
    type(ada, 'fine')
    await place.server.settle()
    expect(opened(ada).saving.read().kind).toBe('saved')
  })

  it('does not ask for ever when there is nothing to take back', async () => {
    const ada = visit()
    await place.server.settle()
    place.server.closeAll('badFrame')
    await reconnect()
    expect(closed(ada).reason).toBe('badFrame')
  })

  it('an older page reads only, and its own changes are not thrown away', async () => {
    const ada = visit()
    await place.server.settle()
    place.server.down = true
    place.server.closeAll('restarting')
    type(ada, 'later')
    place.server.down = false
    place.server.reload = true
    place.server.access = 'read'
    await reconnect()
    expect(opened(ada).saving.read().kind).toBe('reload')
    expect(opened(ada).room.access).toBe('read')
    expect(read(ada)).toBe('later')
  })
})
