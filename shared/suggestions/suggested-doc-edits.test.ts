import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { SuggestedDoc } from './suggested-doc-edits'
import { Author, linesOf, newDoc, replaceWords } from './two-authors'

const copyOf = (doc: Y.Doc) => {
  const made = new Y.Doc()
  Y.applyUpdate(made, Y.encodeStateAsUpdate(doc))
  return made
}

/** Somebody who reads a fork, and hears of all that happens in it at once when they call. */
function onlooker({ doc, fork }: Author) {
  const own = { doc: copyOf(doc), fork: copyOf(fork) }
  const live = new SuggestedDoc({ ...own, writes: false })
  const hear = (one: Y.Doc, from: Y.Doc) =>
    Y.applyUpdate(one, Y.encodeStateAsUpdate(from, Y.encodeStateVector(one)), 'wire')
  return () => {
    hear(own.doc, doc)
    hear(own.fork, fork)
    return linesOf(live.current)
  }
}

it('words whose deletion was refused are there for whoever hears of both at once', () => {
  const ada = new Author(newDoc('One two three.', 'Second line.'))
  const lines = onlooker(ada)
  replaceWords(ada.text, 'two', '2')
  replaceWords(ada.text, 'Second ', '')
  ada.decide(false)
  expect(lines()).toEqual(['One two three.', 'Second line.'])
})

it('words that were deleted again after a refusal are gone for them, too', () => {
  const ada = new Author(newDoc('One two three.'))
  const lines = onlooker(ada)
  replaceWords(ada.text, 'two ', '')
  ada.decide(false)
  replaceWords(ada.text, 'One two', '')
  expect(lines()).toEqual([' three.'])
  replaceWords(ada.text, 'three', '')
  expect(lines()).toEqual([' .'])
})
