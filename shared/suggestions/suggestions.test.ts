import { describe, expect, it } from 'vitest'
import { docSchema } from '../docs/new-doc'
import { tidy } from './take-out-edits'
import { Author, bodyOf, find, linesOf, newDoc, replaceWords, write } from './two-authors'

const said = (author: Author) =>
  author.suggestions.map(({ removed, inserted }) => `-${removed} +${inserted}`)

describe('what a fork suggests', () => {
  it('is nothing, as long as its author only reads', () => {
    const doc = newDoc('One two three.')
    const ada = new Author(doc)
    replaceWords(doc, 'two', '2')
    expect(said(ada)).toEqual([])
    expect(linesOf(ada.text)).toEqual(['One 2 three.'])
  })

  it('is what its author writes, removes and replaces', () => {
    const ada = new Author(newDoc('One two three four.', 'Second line.'))
    replaceWords(ada.text, 'two', 'five')
    replaceWords(ada.text, ' four', '')
    replaceWords(ada.text, 'Second', 'A second')
    expect(said(ada)).toEqual(['-two +five', '- four +', '-S +A s'])
  })

  it('leaves the doc alone, and takes in what is written there', () => {
    const doc = newDoc('One two three.')
    const ada = new Author(doc)
    replaceWords(ada.text, 'two', 'five')
    replaceWords(doc, 'three', 'three and more')
    expect(linesOf(doc)).toEqual(['One two three and more.'])
    expect(linesOf(ada.text)).toEqual(['One five three and more.'])
    expect(said(ada)).toEqual(['-two +five'])
  })

  it('is read with what stays of the words it is in', () => {
    const ada = new Author(newDoc('One hundred of three, and colors.'))
    const around = () =>
      ada.suggestions.map(({ before, removed, inserted, after }) => [
        before,
        removed,
        inserted,
        after,
      ])
    replaceWords(ada.text, 'hundred', 'hundreds')
    replaceWords(ada.text, 'of', 'of, say,')
    replaceWords(ada.text, 'ree', 'ousand')
    replaceWords(ada.text, 'lors', 'lours')
    expect(around()).toEqual([
      ['hundred', '', 's', ''],
      ['', '', ', say,', ''],
      ['th', 'ree', 'ousand', ''],
      ['colo', '', 'u', 'rs'],
    ])
  })

  it('stands at its place in the doc and in the fork', () => {
    const doc = newDoc('One two three.', 'Second.')
    const ada = new Author(doc)
    replaceWords(ada.text, 'One ', 'Zero one ')
    replaceWords(ada.text, 'Second', 'Last')
    const [, spot] = ada.suggestions.flatMap(({ spots }) => spots)
    expect(spot?.doc).toEqual(find(bodyOf(doc), 'Second'))
    expect(spot?.fork).toEqual(find(bodyOf(ada.text), 'Last'))
  })
  it('is formatting, too', () => {
    const ada = new Author(newDoc('One two three.'))
    const bold = docSchema().marks.bold
    write(ada.text, (tr) => {
      const { from, to } = find(tr.doc, 'two')
      if (bold) tr.addMark(from, to, bold.create())
    })
    const [spot] = ada.suggestions.flatMap(({ spots }) => spots)
    expect(spot).toMatchObject({
      kind: 'formatting',
      doc: { from: 5, to: 8 },
      differences: { bold: { fork: {} } },
    })
    ada.decide(true)
    expect(ada.suggestions).toEqual([])
    expect(bodyOf(ada.doc).toJSON()).toEqual(bodyOf(ada.text).toJSON())
  })
})

describe('accepting', () => {
  it('writes exactly that into the doc, and the rest stays suggested', () => {
    const ada = new Author(newDoc('One two three four.'))
    replaceWords(ada.text, 'two', 'five')
    replaceWords(ada.text, ' four', '')
    const [first] = ada.suggestions
    ada.decide(true, [first?.key ?? ''])
    expect(linesOf(ada.doc)).toEqual(['One five three four.'])
    expect(linesOf(ada.text)).toEqual(['One five three.'])
    expect(said(ada)).toEqual(['- four +'])
  })
})

describe('refusing', () => {
  it('brings the doc’s own words back, which follow the doc again', () => {
    const ada = new Author(newDoc('One two three four.', 'Second.'))
    replaceWords(ada.text, 'two', '')
    write(ada.text, (tr) => tr.delete(find(tr.doc, 'Second').from - 1, tr.doc.content.size))
    expect(linesOf(ada.text)).toEqual(['One  three four.'])
    ada.decide(false)
    expect(said(ada)).toEqual([])
    replaceWords(ada.doc, 'two', 'twice')
    replaceWords(ada.doc, 'Second', 'Seconds later')
    expect(said(ada)).toEqual([])
    expect(linesOf(ada.text)).toEqual(['One twice three four.', 'Seconds later.'])
  })
})

const bold = { type: 'bold' }
const link = { type: 'link', attrs: { href: 'https://atelier.example/pump' } }
const marked = () =>
  newDoc({
    type: 'paragraph',
    content: [
      { type: 'text', text: 'One ' },
      { type: 'text', text: 'two ', marks: [bold] },
      { type: 'text', text: 'three', marks: [bold, link] },
    ],
  })

describe('taking a decision back', () => {
  it.each([true, false])('loses no mark of the words that come back (accepted: %s)', (accept) => {
    const ada = new Author(marked())
    const before = bodyOf(ada.doc).toJSON()
    replaceWords(ada.text, 'two three', '2')
    const [seen, keys] = [bodyOf(ada.text).toJSON(), ada.suggestions.map(({ key }) => key)]
    ada.takeBack(ada.decide(accept))
    expect(bodyOf(ada.doc).toJSON()).toEqual(before)
    expect(bodyOf(ada.text).toJSON()).toEqual(seen)
    expect(ada.suggestions.map(({ removed, inserted }) => [removed, inserted])).toEqual([
      ['two three', '2'],
    ])
    expect(keys).toHaveLength(1)
  })

  it('leaves what others have written meanwhile, and gives a block its attributes back', () => {
    const heading = { type: 'heading', attrs: { level: 3, textAlign: 'center' } }
    const content = [{ type: 'text', text: 'Why', marks: [bold] }]
    const ada = new Author(newDoc('First.', { ...heading, content }))
    write(ada.text, (tr) => tr.delete(tr.doc.child(0).nodeSize, tr.doc.content.size))
    const decision = ada.decide(true)
    expect(linesOf(ada.doc)).toEqual(['First.'])
    replaceWords(ada.doc, 'First', 'At first')
    ada.takeBack(decision)
    expect(bodyOf(ada.doc).toJSON().content).toMatchObject([
      { type: 'paragraph', content: [{ text: 'At first.' }] },
      { ...heading, content },
    ])
    expect(linesOf(ada.text)).toEqual(['At first.'])
  })
})

describe('what its author has written anew as it was', () => {
  it('goes, and its words have the marks the doc gives them, now and later', () => {
    const ada = new Author(marked())
    const before = bodyOf(ada.text)
    write(ada.text, (tr) => tr.delete(1, tr.doc.content.size - 1))
    write(ada.text, (tr) => tr.insert(1, before.child(0).content))
    tidy({ doc: ada.doc, fork: ada.fork, live: ada.suggested })
    expect(ada.suggestions).toEqual([])
    write(ada.doc, (tr) => {
      const type = docSchema().marks.bold
      if (type) tr.removeMark(1, tr.doc.content.size - 1, type)
    })
    expect(ada.suggestions).toEqual([])
    expect(bodyOf(ada.text).toJSON()).toEqual(bodyOf(ada.doc).toJSON())
  })
})
