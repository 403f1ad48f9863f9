import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { settled } from '../testing/test-clock'
import { roomId, twoPeople } from '../testing/two-people'
import { squashed } from './squashed'

test('[S3] a replica a month old brings its words once, whatever was rewritten and squashed meanwhile', async () => {
  const place = await twoPeople()
  const { ana, ben, store, clock } = place
  ana.text.insert(0, 'the plan of may')
  await settled()
  ana.wire.cut()
  ana.text.insert(8, ' and the words of Ana')
  ana.text.delete(0, 4)
  for (let day = 0; day < 30; day++) {
    ben.text.delete(0, ben.text.length)
    for (let i = 0; i < 20; i++) ben.text.insert(0, `${day} `)
    await settled()
    await clock.advance(5000)
  }
  ben.wire.cut()
  await clock.advance(60_000)
  place.restart()
  expect(store.squashes).toBeGreaterThan(0)

  await ana.reconnect()
  await settled()
  expect(ana.client.isSaved).toBe(true)
  expect(ana.text.toString()).toContain(' and the words of Ana')
  await ben.reconnect()
  expect(ben.text.toString()).toBe(ana.text.toString())
  expect(ben.text.toString().split('the words of Ana')).toHaveLength(2)

  // As where "stored" was lost on its way: all of it is said again, and is nothing new.
  const rows = store.rows(roomId).length
  await ana.reconnect()
  expect([ana.client.isSaved, store.rows(roomId).length]).toEqual([true, rows])
  const again = new Y.Doc()
  Y.applyUpdate(again, squashed(store.rows(roomId)))
  expect(again.getText('body').toString()).toBe(ana.text.toString())
})
