import { expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { callAll, createCallListener } from './calls'
import { viewOfPerson } from './use-follow'

const ada = { id: 'ada', name: 'Ada', colour: 'teal' }
const ben = { id: 'ben', name: 'Ben', colour: 'red' }
const call = (nth: number) => ({ x: 10, y: 20, zoom: 1, nth })
const mayCall = (id: string) => id === 'ada'

function room() {
  const awareness = new Awareness(new Y.Doc())
  const says = (client: number, state: object) => awareness.states.set(client, state)
  return { awareness, says }
}

it('is heard once, from whoever facilitates', () => {
  const { awareness, says } = room()
  says(1, { person: ada })
  says(2, { person: ben })
  const newest = createCallListener(awareness, mayCall)
  says(1, { person: ada, call: call(1) })
  expect(newest([1])).toEqual({ personId: 'ada', name: 'Ada', view: { x: 10, y: 20, zoom: 1 } })
  expect(newest([1])).toBeNull()
  says(2, { person: ben, call: call(1) })
  expect(newest([2])).toBeNull()
  says(1, { person: ada, call: call(2) })
  expect(newest([1, 2])?.name).toBe('Ada')
})

it('whoever comes later is not called by what was said before', () => {
  const { awareness, says } = room()
  says(1, { person: ada, call: call(3) })
  const newest = createCallListener(awareness, mayCall)
  expect(newest([1])).toBeNull()
})

it('each press is a new call', () => {
  const { awareness } = room()
  awareness.setLocalState({})
  for (const _ of [1, 2]) callAll(awareness, { x: 1, y: 2, zoom: 1 })
  expect(awareness.getLocalState()?.call).toEqual({ x: 1, y: 2, zoom: 1, nth: 2 })
})

it('follows the tab in which somebody sees a wall', () => {
  const { awareness, says } = room()
  says(1, { person: ben })
  says(2, { person: ben, view: { x: 5, y: 6, zoom: 2 } })
  expect(viewOfPerson(awareness, 'ben')).toEqual({ x: 5, y: 6, zoom: 2 })
  expect(viewOfPerson(awareness, 'ada')).toBeNull()
})
