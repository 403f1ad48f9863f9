import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { docBody } from './doc'
import { rescueLateWords } from './late-words-edits'
import { newDocUpdate } from './new-doc'
import { readDocText } from './read-doc'

const lines = ['The first line of two.', 'And here is the second.']

/** Somebody who joins the two lines into the one at `into`. */
function person(origin: string, update: Uint8Array) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  rescueLateWords(doc, docBody(doc), origin)
  const textAt = (place: number) => (docBody(doc).get(place) as Y.XmlElement).get(0) as Y.XmlText
  const join = (into: 0 | 1) =>
    doc.transact(() => {
      const [stays, goes] = [textAt(into), textAt(1 - into)]
      stays.insert(into === 0 ? stays.length : 0, goes.toString())
      docBody(doc).delete(1 - into)
    }, origin)
  return { doc, join, textAt }
}

function adaAndBen() {
  const content = lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
  const update = newDocUpdate({ title: '', body: { type: 'doc', content } })
  return { ada: person('ada', update), ben: person('ben', update) }
}

it('two who join two lines, each the other way round, come to rest and keep what was written', () => {
  const { ada, ben } = adaAndBen()
  ada.textAt(1).insert(3, ' late')
  ada.join(0)
  ben.join(1)
  let rounds = 0
  const isSame = () => Y.equalSnapshots(Y.snapshot(ada.doc), Y.snapshot(ben.doc)) && rounds > 0
  for (; !isSame(); rounds++) {
    expect(rounds).toBeLessThan(20)
    Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(ada.doc, Y.encodeStateVector(ben.doc)), 'wire')
    Y.applyUpdate(ada.doc, Y.encodeStateAsUpdate(ben.doc, Y.encodeStateVector(ada.doc)), 'wire')
  }
  const { text } = readDocText(ada.doc)
  for (const words of [' late', 'first line', 'the second']) expect(text).toContain(words)
})

it('what is typed letter by letter into a block that was moved and then taken away goes with it', () => {
  const { ada, ben } = adaAndBen()
  const gone = ada.textAt(0).toString()
  ada.doc.transact(() => {
    const copy = (docBody(ada.doc).get(0) as Y.XmlElement).clone() as Y.XmlElement
    docBody(ada.doc).delete(0)
    docBody(ada.doc).insert(1, [copy])
  }, 'ada')
  ada.doc.transact(() => docBody(ada.doc).delete(1), 'somebody')
  for (const [at, letter] of [...' book'].entries()) {
    const before = Y.encodeStateVector(ben.doc)
    ben.textAt(0).insert(gone.length + at, letter)
    Y.applyUpdate(ada.doc, Y.encodeStateAsUpdate(ben.doc, before), 'wire')
  }
  expect(readDocText(ada.doc).text).toBe(lines[1])
})
