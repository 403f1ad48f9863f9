import { describe, expect, it } from 'vitest'
import german from '../i18n/de/docs.json'
import english from '../i18n/en/docs.json'
import { blockCommands, findBlocks } from './block-commands'

type Blocks = Record<string, { title: string; keywords: string }>
const words = (catalogue: { blocks: Blocks }) => (id: string) =>
  catalogue.blocks[id] ?? { title: '', keywords: '' }
const find = (query: string, catalogue: { blocks: Blocks } = english) =>
  findBlocks(query, words(catalogue)).map(({ id }) => id)

describe('the slash menu', () => {
  it('shows at first everything but what is one of a kind, or for a task only', () => {
    const shown = blockCommands.filter(({ isQuiet, onlyIn }) => !isQuiet && !onlyIn)
    expect(find('')).toEqual(shown.map(({ id }) => id))
    expect(find('warning')).toEqual(['callout-warning'])
    expect(find('assign')).toEqual([])
    expect(
      findBlocks('assign', words(english), {
        isIn: (node) => node === 'taskItem',
        holds: () => true,
      }).map(({ id }) => id),
    ).toEqual(['assignee'])
  })

  it('finds by title before keyword, in the reader’s language and by Markdown', () => {
    expect(find('head')).toEqual(['heading1', 'heading2', 'heading3'])
    expect(find('todo')).toEqual(['taskList'])
    expect(find('über', german)).toEqual(['heading1', 'heading2', 'heading3'])
    expect(find('abh', german)).toEqual([])
    expect(find('haken', german)).toEqual(['taskList'])
    expect(find('##')).toEqual(['heading2'])
  })

  it('finds by the English name in any language', () => {
    expect(find('table', german)).toContain('table')
  })

  it('says so when there is nothing', () => {
    expect(find('zzz')).toEqual([])
  })
})
