import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { docBody } from './doc'
import { newDocUpdate } from './new-doc'
import { readLinks } from './read-links'

const roomsIn = (doc: Y.Doc) => readLinks(doc).map((link) => link.room)

const room = (n: number) => `00000000-0000-4000-8000-00000000000${n}`

function docWith(...content: object[]): Y.Doc {
  const doc = new Y.Doc()
  const body = { type: 'doc', content: content as never }
  Y.applyUpdate(doc, newDocUpdate({ title: 'T', body }))
  return doc
}
const linked = (href: string) => ({
  type: 'paragraph',
  content: [{ type: 'text', text: 'see', marks: [{ type: 'link', attrs: { href } }] }],
})
const mention = (attrs: object) => ({ type: 'paragraph', content: [{ type: 'mention', attrs }] })

describe('a doc names another room', () => {
  test('by mentioning a doc, a board or a card', () => {
    const doc = docWith(
      mention({ kind: 'doc', id: room(1), label: 'One' }),
      mention({ kind: 'board', id: room(2), label: 'Two' }),
      mention({ kind: 'card', id: 'c7', boardId: room(3), label: 'Three' }),
      mention({ kind: 'person', id: room(4), label: 'Ana' }),
      mention({ kind: 'date', id: '2026-11-26' }),
    )
    expect(roomsIn(doc).sort()).toEqual([room(1), room(2), room(3)])
  })

  test('by an embed of it, anywhere in the text', () => {
    const embed = { type: 'embed', attrs: { kind: 'board', roomId: room(5), label: 'B' } }
    const item = { type: 'listItem', content: [{ type: 'paragraph' }, embed] }
    expect(roomsIn(docWith({ type: 'bulletList', content: [item] }))).toEqual([room(5)])
  })

  test.each([
    `/docs/${room(6)}`,
    `/boards/${room(6)}?card=1`,
    `https://atelier.example/docs/${room(6)}#part`,
  ])('by a link to %s', (href) => {
    expect(roomsIn(docWith(linked(href), linked(href)))).toEqual([room(6)])
  })

  test.each([`/docs/${room(6)}0`, '/docs/me', `https://a.example/x/docs/${room(6)}`, '/'])(
    'but not by a link to %s',
    (href) => {
      expect(readLinks(docWith(linked(href)))).toEqual([])
    },
  )
})

test('a card is named by a mention, an embed and a link, each once; a column is the board', () => {
  const embed = (kind: string, partId: string) => ({
    type: 'embed',
    attrs: { kind, roomId: room(1), partId, label: 'L' },
  })
  const doc = docWith(
    mention({ kind: 'card', id: 'c7', boardId: room(1), label: 'Seven' }),
    embed('card', 'c7'),
    embed('card', 'c8'),
    embed('column', 'k1'),
    linked(`https://atelier.example/boards/${room(1)}?card=c9`),
    linked(`/docs/${room(2)}?card=c9`),
    linked(`/boards/${room(1)}?card=%00`),
  )
  const names = readLinks(doc).map((link) => [link.room, link.card])
  expect(names.sort()).toEqual([
    [room(1), ''],
    [room(1), 'c7'],
    [room(1), 'c8'],
    [room(1), 'c9'],
    [room(2), ''],
  ])
})

test('a link that was taken out again is none', () => {
  const doc = docWith(mention({ kind: 'doc', id: room(1), label: 'One' }))
  docBody(doc).delete(0, 1)
  expect(readLinks(doc)).toEqual([])
})

test('whatever stands in the room, reading it never fails', () => {
  const doc = new Y.Doc()
  const element = new Y.XmlElement('mention')
  docBody(doc).insert(0, [element, new Y.XmlElement('embed'), new Y.XmlText('x')])
  for (const name of ['kind', 'id', 'boardId']) {
    element.setAttribute(name, { toString: null, length: -1 } as never)
  }
  const text = new Y.XmlText()
  docBody(doc).insert(0, [text])
  text.insert(0, 'linked', { link: null })
  text.insert(0, 'linked', { link: { href: { evil: true } } })
  text.insertEmbed(0, { any: 'thing' })
  let deep = new Y.XmlElement('embed')
  docBody(doc).insert(0, [deep])
  for (let i = 0; i < 5000; i++) {
    const next = new Y.XmlElement('blockquote')
    deep.insert(0, [next])
    deep = next
  }
  expect(readLinks(doc)).toEqual([])
  expect(readLinks(new Y.Doc())).toEqual([])
})
