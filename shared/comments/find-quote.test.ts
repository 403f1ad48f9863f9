import { describe, expect, it } from 'vitest'
import { docSchema } from '../docs/new-doc'
import { findQuote, isLeftOf, quoteOf } from './find-quote'

const docOf = (...texts: string[]) =>
  docSchema().nodeFromJSON({
    type: 'doc',
    content: texts.map((text) => ({
      type: 'paragraph',
      content: text === '' ? [] : [{ type: 'text', text }],
    })),
  })

function quoted(words: string, ...texts: string[]) {
  const doc = docOf(...texts)
  const at = texts.findIndex((text) => text.includes(words))
  const before = texts.slice(0, at).reduce((sum, text) => sum + text.length + 2, 1)
  const from = before + (texts[at]?.indexOf(words) ?? 0)
  return quoteOf(doc, { from, to: from + words.length }, 400)
}
function found(quote: ReturnType<typeof quoted>, ...texts: string[]) {
  const doc = docOf(...texts)
  const range = findQuote(doc, quote)
  return range && `${doc.textBetween(0, range.from, '|')}[${doc.textBetween(range.from, range.to)}]`
}

const line = 'Twelve of a hundred parts leave the line as scrap.'

describe('words that were written anew', () => {
  const scrap = quoted('hundred parts', line)

  it('are found where they are now', () => {
    expect(found(scrap, 'Before', line, 'after')).toBe('Before|Twelve of a [hundred parts]')
  })

  it('are found when their paragraph was split before or behind them', () => {
    expect(found(scrap, 'Twelve of a ', 'hundred parts leave the line as scrap.')).toBe(
      'Twelve of a |[hundred parts]',
    )
    expect(found(scrap, 'Twelve of a hundred parts', ' leave the line as scrap.')).toBe(
      'Twelve of a [hundred parts]',
    )
  })

  it('are found while somebody writes on one side of them', () => {
    expect(found(scrap, 'Thirty of our hundred parts leave the line as scrap.')).toBe(
      'Thirty of our [hundred parts]',
    )
  })

  it('are gone when the same words only stand elsewhere', () => {
    expect(found(scrap, 'We measured a hundred parts by hand.')).toBe(null)
    expect(found(quoted('OEE', 'OEE is low.'), 'OEE', 'What is OEE?')).toBe(null)
  })

  it('are gone when it could be either of two', () => {
    expect(found(scrap, line, line)).toBe(null)
    expect(found(scrap, line, line, line)).toBe(null)
  })

  it('are found by their longest line when they were several', () => {
    const texts = ['Short.', 'This is the line that is longer than others.', 'End.']
    const doc = docOf(...texts)
    const all = quoteOf(doc, { from: 1, to: doc.content.size - 1 }, 400)
    expect(found(all, 'New', texts[1] ?? '', 'other')).toBe(`New|[${texts[1]}]`)
  })

  it('of nothing but blanks are not looked for', () => {
    expect(found({ quote: ' \n ', before: '', after: '' }, ' ', ' ')).toBe(null)
    expect(found({ quote: '', before: '', after: '' }, 'text')).toBe(null)
  })
})

describe('what may be left of words', () => {
  const isLeft = (text: string, quote: string) =>
    isLeftOf(quote, docOf(text), { from: 1, to: 1 + text.length })

  it('shares some of them, or all of a short line', () => {
    expect(isLeft('two three hundred', 'the hundred parts')).toBe(true)
    expect(isLeft('it is on', 'lines go\non')).toBe(true)
  })

  it('is nothing that only begins alike', () => {
    expect(isLeft('here.', '  four.\nSec')).toBe(false)
    expect(isLeft('anything', '')).toBe(false)
  })
})
