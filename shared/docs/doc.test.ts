import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { docBody, docTitle } from './doc'
import { newDocUpdate } from './new-doc'
import { readDocText } from './read-doc'

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

function opened(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}

describe('a new doc', () => {
  it('[S13] is the same text once, from how many copies of its update it ever comes', () => {
    const update = newDocUpdate({
      title: 'Plan',
      body: { type: 'doc', content: [paragraph('One'), paragraph('Two')] },
    })
    const doc = opened(update)
    Y.applyUpdate(doc, update)
    expect(readDocText(doc)).toEqual({ title: 'Plan', excerpt: 'One Two', text: 'One\nTwo' })
  })

  it('has a paragraph to type in, so that two people do not each make one', () => {
    expect(docBody(opened(newDocUpdate({ title: '' }))).length).toBe(1)
  })

  it('[S13] is the same doc where it was begun without a network and where the server made it', () => {
    const here = opened(newDocUpdate({ title: '' }))
    docTitle(here).insert(0, 'Begun on a train')
    Y.applyUpdate(here, newDocUpdate({ title: '' }))
    expect(docBody(here).length).toBe(1)
    expect(newDocUpdate({ title: 'Plan' })).not.toEqual(newDocUpdate({ title: 'Plan' }))
  })

  it('takes everything a doc can contain', () => {
    const cell = { type: 'tableCell', content: [paragraph('Cell')] }
    const task = { type: 'taskItem', attrs: { checked: true }, content: [paragraph('Done')] }
    const body = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Head' }] },
        { type: 'taskList', content: [task] },
        { type: 'codeBlock', attrs: { language: 'ts' }, content: [{ type: 'text', text: 'x()' }] },
        { type: 'blockquote', content: [paragraph('Quote')] },
        { type: 'table', content: [{ type: 'tableRow', content: [cell, cell] }] },
        { type: 'horizontalRule' },
      ],
    }
    expect(readDocText(opened(newDocUpdate({ title: 'All', body }))).text).toBe(
      'Head\nDone\nx()\nQuote\nCell\nCell',
    )
  })

  it.each([
    { type: 'doc', content: [{ type: 'spaceship' }] },
    { type: 'doc', content: [{ type: 'text', text: 'bare' }] },
  ])('refuses what is not a doc', (body) => {
    expect(() => newDocUpdate({ title: '', body })).toThrow('invalid')
  })
})

describe('reading a doc', () => {
  it('reads past what it does not know', () => {
    const doc = new Y.Doc()
    const strange = new Y.XmlElement('from-the-future')
    docBody(doc).insert(0, [strange])
    strange.insert(0, [new Y.XmlText('Words')])
    doc.getMap('title').set('x', 1)
    expect(readDocText(doc)).toMatchObject({ title: '', text: 'Words' })
  })

  it('survives nesting far beyond any page', () => {
    const doc = new Y.Doc()
    doc.transact(() => {
      let parent: Y.XmlFragment = docBody(doc)
      for (let depth = 0; depth < 3000; depth++) {
        const child = new Y.XmlElement('blockquote')
        parent.insert(0, [child])
        parent = child
      }
      parent.insert(0, [new Y.XmlText('Deep')])
    })
    expect(readDocText(doc).text).toBe('Deep')
  })

  it('says who and what is named in the middle of a line, and nothing of what means nothing', () => {
    const id = 'aaaaaaaa-1111-4111-8111-111111111111'
    const mention = (attrs: object) => ({ type: 'mention', attrs })
    const content = [
      { type: 'text', text: 'Ask ' },
      mention({ kind: 'person', id, label: 'Jonas' }),
      { type: 'text', text: ' on ' },
      mention({ kind: 'date', id: '2026-11-26' }),
      { type: 'text', text: ' for ' },
      { type: 'inlineMath', attrs: { latex: 'E=mc^2' } },
    ]
    const body = { type: 'doc', content: [{ type: 'paragraph', content }] }
    const doc = opened(newDocUpdate({ title: '', body }))
    expect(readDocText(doc).excerpt).toBe('Ask @Jonas on 2026-11-26 for E=mc^2')

    const hostile = new Y.XmlElement('mention')
    docBody(doc).insert(0, [hostile])
    hostile.setAttribute('label', { toString: 1 } as unknown as string)
    hostile.setAttribute('kind', ['person'] as unknown as string)
    expect(readDocText(doc).text).toBe('Ask @Jonas on 2026-11-26 for E=mc^2')
  })

  it('keeps a line with a break in it whole, and cuts excerpts at a word', () => {
    const doc = new Y.Doc()
    const block = new Y.XmlElement('paragraph')
    docBody(doc).insert(0, [block])
    block.insert(0, [new Y.XmlText('a'), new Y.XmlElement('hardBreak'), new Y.XmlText('b ')])
    block.insert(3, [new Y.XmlText('word '.repeat(100))])
    docTitle(doc).insert(0, 'T')
    const { text, excerpt } = readDocText(doc)
    expect(text.startsWith('a b word')).toBe(true)
    expect(excerpt.endsWith(' word…')).toBe(true)
  })
})
