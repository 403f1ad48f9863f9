import { messageKinds } from '@atelier/shared/sync/messages'
import { describe, expect, test } from 'vitest'
import { settled } from '../testing/test-clock'
import { type Person, personOf, twoPeople, world } from '../testing/two-people'

describe('[S8] a connection', () => {
  test('that reads too slowly loses presence first', async () => {
    const { ana, ben } = await twoPeople()
    ben.wire.unsentBytes = 300 * 1024
    ana.client.awareness.setLocalState({ card: 'one' })
    ana.text.insert(0, 'a')
    await settled()
    expect(ben.client.awareness.getStates().size).toBe(0)
    expect(ben.text.toString()).toBe('a')
  })

  test('that reads too slowly is told all it missed once it has read, and where others are', async () => {
    const { ana, ben } = await twoPeople()
    ben.wire.unsentBytes = 600 * 1024
    ana.client.awareness.setLocalState({ card: 'one' })
    for (const letter of 'missed') ana.text.insert(ana.text.length, letter)
    ana.text.delete(0, 1)
    await settled()
    expect(ben.text.toString()).toBe('')
    ben.wire.readsAgain()
    expect(ben.text.toString()).toBe('issed')
    expect(ben.client.awareness.getStates().size).toBe(1)
    ana.text.insert(0, 'and goes on: ')
    await settled()
    expect(ben.text.toString()).toBe('and goes on: issed')
    expect(ben.client.closed).toBeNull()
  })

  const presenceFrames = ({ client }: Person) => {
    const frames: Uint8Array[] = []
    const onFrame = client.onFrame.bind(client)
    client.onFrame = (frame) => {
      if (frame[0] === messageKinds.presence) frames.push(frame)
      onFrame(frame)
    }
    return frames
  }

  test('that lost presence only is told once it has read where others are, and only then', async () => {
    const place = await twoPeople()
    const { ana, ben } = place
    const cem = await place.join('cem')
    cem.client.awareness.setLocalState({ card: 'there' })
    const told = presenceFrames(ben)
    ben.wire.unsentBytes = 300 * 1024
    ana.client.awareness.setLocalState({ card: 'one' })
    ana.client.awareness.setLocalState({ card: 'two' })
    cem.wire.cut()
    await settled()
    expect(told).toHaveLength(0)
    ben.wire.readsAgain()
    const shown = [...ben.client.awareness.getStates().values()]
    expect(shown).toEqual([{ card: 'two', person: personOf('ana') }])
    expect(told).toHaveLength(1)
    ben.wire.readsAgain()
    await settled()
    expect(told).toHaveLength(1)
  })

  test('that lost nothing is not told again where others are', async () => {
    const { ana, ben } = await twoPeople()
    ana.client.awareness.setLocalState({ card: 'one' })
    const told = presenceFrames(ben)
    ben.wire.unsentBytes = 300 * 1024
    ana.text.insert(0, 'words alone')
    await settled()
    ben.wire.readsAgain()
    expect(told).toHaveLength(0)
  })

  test('that did not hear who left another node is told so once it has read', async () => {
    const place = world(2)
    const ben = await place.join('ben')
    const cem = await place.join('cem', 'write', {}, 1)
    cem.client.awareness.setLocalState({ card: 'there' })
    await settled()
    expect(ben.client.awareness.getStates().size).toBe(1)
    ben.wire.unsentBytes = 300 * 1024
    cem.wire.cut()
    await settled()
    ben.wire.readsAgain()
    expect(ben.client.awareness.getStates().size).toBe(0)
  })
})
