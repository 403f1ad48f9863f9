// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { HeldLayer } from './held-layer'

const ben = { id: 'ben', name: 'Ben', colour: 'red' }

function hand() {
  document.body.innerHTML =
    '<div class="react-flow__node" data-id="n1" style="transform: translate(0px, 0px)"></div>'
  const note = document.body.firstElementChild as HTMLElement
  const awareness = new Awareness(new Y.Doc())
  const layer = new HeldLayer(awareness, document)
  const says = (held: object | null, now: number) => {
    awareness.states.set(7, { person: ben, held })
    return layer.hear({ added: [], updated: [7], removed: [] }, now)
  }
  return { note, layer, says }
}

it('a note that somebody holds goes along with their hand, and lies again when they let go', () => {
  const { note, layer, says } = hand()
  expect(says({ ids: ['n1'], x: 50, y: 20 }, 0)).toBe(true)
  layer.step(500)
  expect(note.style.translate).toBe('50.0px 20.0px')
  expect(says(null, 600)).toBe(true)
  layer.step(601)
  expect(note.style.translate).toBe('')
})

it('once it has been laid down it is not moved twice', () => {
  const { note, layer, says } = hand()
  says({ ids: ['n1'], x: 50, y: 20 }, 0)
  layer.step(500)
  note.style.transform = 'translate(50px, 20px)'
  layer.step(516)
  expect(note.style.translate).toBe('')
})
