/** What becomes of frames on their way to the server, which their numbers tell. */
import { expect, test } from 'vitest'
import { settled } from '../testing/test-clock'
import { type Person, twoPeople } from '../testing/two-people'

async function meeting() {
  const place = await twoPeople()
  place.ana.text.insert(0, 'hello')
  await settled()
  return place
}

const saved = ({ client }: Person) => client.isSaved
const textOf = ({ text }: Person) => text.toString()

test('[S7] a frame that got lost is noticed by the next one, though nothing in it builds on the first', async () => {
  const { ana, ben } = await meeting()
  ana.wire.fate = () => 'lost'
  // A deletion: no clock tells that it is missing.
  ana.text.delete(0, 1)
  ana.wire.fate = () => 'arrives'
  ana.text.delete(3, 1)
  await settled()
  expect(textOf(ben)).toBe('ell')
  expect(saved(ana)).toBe(true)
})

test('[S1][S7] a frame that comes twice counts once', async () => {
  const { ana, ben, store } = await meeting()
  ana.wire.fate = () => 'doubled'
  ana.text.insert(0, 'twice ')
  ana.wire.fate = () => 'arrives'
  await settled()
  store.hold()
  ana.text.insert(0, 'not stored ')
  await settled()
  expect(textOf(ben)).toBe('not stored twice hello')
  expect(saved(ana)).toBe(false)
  await store.release()
  expect(saved(ana)).toBe(true)
})

test('[S7] a frame that comes late is asked for meanwhile, and does no harm', async () => {
  const { ana, ben } = await meeting()
  ana.wire.fate = () => 'late'
  ana.text.insert(0, '2')
  ana.wire.fate = () => 'arrives'
  ana.text.insert(0, '1')
  await settled()
  expect(textOf(ben)).toBe('12hello')
  expect(saved(ana)).toBe(true)
})

test('[S7] several that got lost come together', async () => {
  const { ana, ben } = await meeting()
  ana.wire.fate = () => 'lost'
  ana.text.insert(0, 'lost ')
  ana.text.insert(0, 'too ')
  ana.wire.fate = () => 'arrives'
  ana.text.insert(0, 'here ')
  await settled()
  expect(textOf(ben)).toBe('here too lost hello')
  expect(saved(ana)).toBe(true)
})
