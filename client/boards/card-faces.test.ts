import { expect, test, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createCardFaces } from './card-faces'

function room() {
  const awareness = new Awareness(new Y.Doc())
  const present = (client: number, id: string, card: unknown) => {
    const person = { id, name: id, colour: 'teal' }
    awareness.states.set(client, { person, card })
    awareness.emit('change', [{ added: [client], updated: [], removed: [] }, 'test'])
  }
  return { awareness, present, faces: createCardFaces(awareness, 'me') }
}

test('a card shows everybody else who has it open, each once', () => {
  const { present, faces } = room()
  const stop = faces.subscribe(() => {})
  present(1, 'ana', 'a')
  present(2, 'ana', 'a')
  present(3, 'ben', 'a')
  present(4, 'me', 'a')
  present(5, 'cem', { not: 'a card' })
  expect(faces.of('a').map((face) => face.id)).toEqual(['ana', 'ben'])
  expect(faces.of('b')).toEqual([])
  stop()
})

test("somebody's card elsewhere leaves the faces of this one the same object", () => {
  const { present, faces } = room()
  const listener = vi.fn()
  faces.subscribe(listener)
  present(1, 'ana', 'a')
  const before = faces.of('a')
  present(2, 'ben', 'b')
  expect(faces.of('a')).toBe(before)
  expect(listener).toHaveBeenCalled()
})
