import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { docBody } from './doc'
import { rescueLateWords } from './late-words-edits'
import { keepWhatIsTypedMeanwhile } from './meanwhile-edits'
import { newDocUpdate } from './new-doc'
import { readDocText } from './read-doc'

const people = ['ada', 'ben', 'cara'] as const
type Name = (typeof people)[number]
let docs: Record<Name, Y.Doc>

beforeEach(() => {
  const paragraph = (text: string) => ({
    type: 'paragraph',
    ...(text && { content: [{ type: 'text', text }] }),
  })
  const content = ['one', 'two', '', 'three'].map(paragraph)
  const update = newDocUpdate({ title: '', body: { type: 'doc', content } })
  const open = (name: Name) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    rescueLateWords(doc, docBody(doc), 'edit')
    keepWhatIsTypedMeanwhile(doc, 'restore')
    return [name, doc]
  }
  docs = Object.fromEntries(people.map(open))
})

const move = (name: Name, from: number, to: number) =>
  docs[name].transact(() => {
    const body = docBody(docs[name])
    const copy = (body.get(from) as Y.XmlElement).clone() as Y.XmlElement
    body.delete(from, 1)
    body.insert(to, [copy])
  }, 'edit')

const restoreWithout = (name: Name, place: number) =>
  docs[name].transact(() => docBody(docs[name]).delete(place), 'restore')

function type(name: Name, block: number, place: number, words: string): void {
  const paragraph = docBody(docs[name]).get(block) as Y.XmlElement
  if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()])
  for (const [nth, letter] of [...words].entries()) {
    ;(paragraph.get(0) as Y.XmlText).insert(place + nth, letter)
  }
}

function hear(name: Name, from: Name): void {
  const update = Y.encodeStateAsUpdate(docs[from], Y.encodeStateVector(docs[name]))
  Y.applyUpdate(docs[name], update, 'wire')
}

function meet(): string[] {
  for (let round = 0; round < 3; round++) {
    for (const name of people) for (const from of people) hear(name, from)
  }
  const [first, ...others] = people.map((name) => readDocText(docs[name]).text.split('\n'))
  for (const other of others) expect(other).toEqual(first)
  return first ?? []
}

it('words come back that somebody typed into a block they made inside of what a restore took away', () => {
  const quote = new Y.XmlElement('blockquote')
  docBody(docs.ben).insert(0, [quote])
  meet()
  restoreWithout('ada', 0)
  quote.insert(0, [new Y.XmlElement('paragraph')])
  hear('ada', 'ben')
  ;(quote.get(0) as Y.XmlElement).insert(0, [new Y.XmlText()])
  hear('ada', 'ben')
  ;((quote.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'late')
  expect(meet()).toEqual(['late', 'one', 'two', 'three'])
})

describe('what Cara types into a block while Ada moves it', () => {
  it('comes back where Ada then restores a version without it', () => {
    type('cara', 1, 3, ' late')
    move('ada', 1, 0)
    restoreWithout('ada', 0)
    expect(meet()).toEqual(['late', 'one', 'three'])
  })

  it('comes back where Ben does', () => {
    type('cara', 1, 3, ' late')
    move('ada', 1, 0)
    hear('ben', 'ada')
    restoreWithout('ben', 0)
    hear('ada', 'ben')
    expect(meet()).toEqual(['late', 'one', 'three'])
  })

  it('comes back also where the block was empty', () => {
    type('cara', 2, 0, 'late')
    move('ada', 2, 0)
    hear('ben', 'ada')
    restoreWithout('ben', 0)
    hear('ada', 'ben')
    expect(meet()).toEqual(['late', 'one', 'two', 'three'])
  })

  it('is in it where Ben has moved it on', () => {
    type('cara', 1, 3, ' late')
    move('ada', 1, 0)
    hear('ben', 'ada')
    move('ben', 0, 3)
    hear('ada', 'ben')
    expect(meet()).toEqual(['one', 'three', 'two late'])
  })

  it('is gone with it where Ben deletes it', () => {
    type('cara', 1, 3, ' late')
    move('ada', 1, 0)
    hear('ben', 'ada')
    docs.ben.transact(() => docBody(docs.ben).delete(0), 'edit')
    hear('ada', 'ben')
    expect(meet()).toEqual(['one', 'three'])
  })
})
