import { expect, it } from 'vitest'
import { opened, read, roomVisits, type } from './room-visits'

const { place, visit, reconnect } = roomVisits()

it('[S5] a room that let nobody in is there again once it is asked, with the words that were handed back', async () => {
  place.server.doc.getText('title').insert(0, 'Truth')
  const ada = visit()
  await place.server.settle()
  place.server.down = true
  place.server.closeAll('restarting')
  type(ada, ' unsent')
  place.server.down = false
  place.server.shuts = 'noAccess'
  await reconnect()
  expect(ada.getState().kind).toBe('closed')

  ada.askAgain()
  await place.server.settle()
  expect(ada.getState().kind).toBe('closed')

  place.server.shuts = null
  ada.askAgain()
  await place.server.settle()
  expect(read(ada)).toBe('Truth')
  expect(opened(ada).refused).toEqual({ reason: 'no-access', text: 'Truth unsent' })
  type(ada, ' and more')
  await place.server.settle()
  expect(place.server.doc.getText('title').toString()).toBe('Truth and more')
  expect(opened(ada).saving.read()).toEqual({ kind: 'saved' })
})
