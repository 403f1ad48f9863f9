import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { docBody } from '../docs/doc'
import { SuggestedDoc } from './suggested-doc-edits'
import { Author, linesOf, newDoc, replaceWords } from './two-authors'

const said = (author: Pick<Author, 'suggestions'>) =>
  author.suggestions.map(({ removed, inserted }) => `-${removed} +${inserted}`)

const block = (doc: Y.Doc, place: number) => docBody(doc).get(place) as Y.XmlElement
const words = (doc: Y.Doc, place: number) => block(doc, place).get(0) as Y.XmlText

/** As it comes from where it is stored: of what is deleted there is no more than where it was. */
function loaded(doc: Y.Doc): Y.Doc {
  const made = new Y.Doc()
  Y.applyUpdate(made, Y.encodeStateAsUpdate(doc))
  return made
}

function move(doc: Y.Doc, from: number, to: number): void {
  doc.transact(() => {
    const copy = block(doc, from).clone() as Y.XmlElement
    docBody(doc).delete(from)
    docBody(doc).insert(to, [copy])
  })
}

const acts: [string, (doc: Y.Doc) => void, string[]][] = [
  ['moves', (doc) => move(doc, 1, 2), ['First.', 'Last.', 'One five more three.']],
  [
    'joins',
    (doc) =>
      doc.transact(() => {
        words(doc, 0).insert(6, words(doc, 1).toString())
        docBody(doc).delete(1)
      }),
    ['First.One five more three.', 'Last.'],
  ],
  [
    'makes a heading of',
    (doc) =>
      doc.transact(() => {
        const heading = new Y.XmlElement('heading')
        heading.setAttribute('level', 2 as unknown as string)
        heading.insert(0, [new Y.XmlText(words(doc, 1).toString())])
        docBody(doc).delete(1)
        docBody(doc).insert(1, [heading])
      }),
    ['First.', 'heading: One five more three.', 'Last.'],
  ],
]

describe.each(acts)('where an editor %s a line, what is suggested in it', (_, act, lines) => {
  it('is suggested where the line is now, while its author is there', () => {
    const doc = newDoc('First.', 'One two three.', 'Last.')
    const ada = new Author(doc)
    replaceWords(ada.text, 'two', 'five')
    replaceWords(ada.text, 'three', 'more three')
    const before = said(ada)
    act(doc)
    expect(linesOf(ada.text)).toEqual(lines)
    expect(said(ada)).toEqual(before)
    ada.decide(true)
    expect(linesOf(doc)).toEqual(lines)
  })

  it('also once its author comes back', () => {
    const doc = newDoc('First.', 'One two three.', 'Last.')
    const ada = new Author(doc)
    replaceWords(ada.text, 'two', 'five')
    replaceWords(ada.text, 'three', 'more three')
    const before = said(ada)
    ada.suggested.close()
    const fork = loaded(ada.fork)
    act(doc)
    const suggested = new SuggestedDoc({ doc, fork, writes: true })
    expect(linesOf(suggested.current)).toEqual(lines)
    suggested.close()
    expect(before).toEqual(['-two +five', '- +more '])
  })
})

it('what is suggested at the beginning of a line that is joined stands where that began', () => {
  const doc = newDoc('First.', 'One two three.')
  const ada = new Author(doc)
  replaceWords(ada.text, 'One', 'Twenty-one')
  replaceWords(ada.text, 'three.', 'three. End.')
  acts[1]?.[1](doc)
  expect(linesOf(ada.text)).toEqual(['First.Twenty-one two three. End.'])
  expect(linesOf(doc)).toEqual(['First.One two three.'])
})

it('what was refused in a line that is moved stays refused', () => {
  const doc = newDoc('First.', 'One two three.', 'Last.')
  const ada = new Author(doc)
  replaceWords(ada.text, 'two', '')
  ada.decide(false)
  replaceWords(ada.text, 'three', 'more three')
  move(doc, 1, 2)
  expect(said(ada)).toEqual(['- +more '])
  expect(linesOf(ada.text)).toEqual(['First.', 'Last.', 'One two more three.'])
})

it('what is suggested in a line goes with it where it is deleted', () => {
  const doc = newDoc('First.', 'One two three.', 'Last.')
  const ada = new Author(doc)
  replaceWords(ada.text, 'two', 'five')
  doc.transact(() => {
    docBody(doc).delete(1)
    words(doc, 0).insert(6, ' One word.')
  })
  expect(linesOf(ada.text)).toEqual(['First. One word.', 'Last.'])
  expect(said(ada)).toEqual([])
})

it('what an editor corrected before in the line is not taken for a suggestion', () => {
  const doc = newDoc('First.', 'A banxxana is a fruit for everybody.zzz', 'Last.')
  replaceWords(doc, 'zzz', '')
  replaceWords(doc, 'xx', '')
  const ada = new Author(doc)
  replaceWords(ada.text, 'fruit', 'berry')
  ada.suggested.close()
  const [there, fork] = [loaded(doc), loaded(ada.fork)]
  acts[1]?.[1](there)
  words(there, 0).insert(words(there, 0).length, ' Yes.')
  const suggested = new SuggestedDoc({ doc: there, fork, writes: true })
  expect(linesOf(suggested.current)).toEqual([
    'First.A banana is a berry for everybody. Yes.',
    'Last.',
  ])
  suggested.close()
})

describe('where the server took in a move before its author came back', () => {
  const send = (from: Y.Doc, to: Y.Doc) =>
    Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'wire')

  /** Both have carried it before they hear of each other. */
  function carriedTwice() {
    const doc = newDoc('First.', 'One two three.', 'Last.')
    const ada = new Author(doc)
    replaceWords(ada.text, 'two', 'five')
    const server = { doc: loaded(doc), fork: loaded(ada.fork) }
    move(server.doc, 1, 2)
    return { ada, server }
  }

  it.each([1, 9_999_999_999])('what is suggested in the line stands there once', (client) => {
    const { ada, server } = carriedTwice()
    ada.text.clientID = client
    new SuggestedDoc({ ...server, writes: true }).close()
    send(server.doc, ada.doc)
    expect(said(ada)).toEqual(['-two +five'])
    send(server.fork, ada.fork)
    expect(linesOf(ada.text)).toEqual(['First.', 'Last.', 'One five three.'])
    expect(said(ada)).toEqual(['-two +five'])
    send(ada.fork, server.fork)
    const reread = new SuggestedDoc({ ...server, writes: false })
    expect(linesOf(reread.current)).toEqual(['First.', 'Last.', 'One five three.'])
    reread.close()
  })

  it('two pages that both hear of both leave the same', () => {
    const { ada, server } = carriedTwice()
    new SuggestedDoc({ ...server, writes: true }).close()
    const other = new Author(loaded(ada.doc))
    send(ada.fork, other.fork)
    for (const page of [ada, other]) send(server.doc, page.doc)
    for (const page of [ada, other]) send(server.fork, page.fork)
    for (const [from, to] of [
      [ada, other],
      [other, ada],
      [ada, other],
    ] as const) {
      send(from.fork, to.fork)
    }
    for (const page of [ada, other]) {
      expect(linesOf(page.text)).toEqual(['First.', 'Last.', 'One five three.'])
    }
  })

  it.each([1, 9_999_999_999])('what was decided there is not suggested again', (client) => {
    const { ada, server } = carriedTwice()
    ada.text.clientID = client
    const live = new SuggestedDoc({ ...server, writes: true })
    replaceWords(live.current, 'five ', '')
    live.close()
    send(server.doc, ada.doc)
    send(server.fork, ada.fork)
    expect(linesOf(ada.text).at(-1)).not.toContain('five')
  })

  it('notes of what nobody carried take nothing of the doc away', () => {
    const doc = newDoc('One two three.')
    const ada = new Author(doc)
    replaceWords(ada.text, 'two', 'five')
    const other = loaded(ada.fork)
    const [client] = [...doc.store.clients.keys()]
    const notes = other.getMap('carried')
    for (const key of ['', '1.2', `1.1:${client}.0.99999`, `1.1:${client}.1.9`, '1.1:1.0.99999']) {
      notes.set(key, { anything: true })
    }
    notes.set(`1.1:${'9'.repeat(10)}.${'9'.repeat(15)}.1`, null)
    send(other, ada.fork)
    expect(linesOf(ada.text)).toEqual(['One five three.'])
    expect(said(ada)).toEqual(['-two +five'])
  })
})
