import { bodyFromMarkdown } from '@atelier/shared/docs/body-from-markdown'
import type { JSONContent } from '@tiptap/core'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { makePng } from '../../testing/make-picture'
import { makeWriteJob } from '../../testing/make-write-job'
import type { WriteJob } from '../jobs'
import { pageWords } from '../page-words'
import { inVisualOrder } from './pdf-bidi'
import { writePdf } from './pdf-file'

/** What is on its pages, as another program reads it. */
async function printed(body: JSONContent, wish: Partial<WriteJob> = {}) {
  const bytes = await writePdf(makeWriteJob({ title: 'A title', body, ...wish }))
  expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
  const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise
  const pages: string[] = []
  for (let at = 1; at <= pdf.numPages; at++) {
    const { items } = await (await pdf.getPage(at)).getTextContent()
    pages.push(
      items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    )
  }
  const outline = ((await pdf.getOutline()) ?? []).map(({ title }) => title)
  const { info } = await pdf.getMetadata()
  return { pages, text: pages.join('\n').replace(/\s+/g, ' '), outline, info, pdf }
}

const bare = (text: string) => text.replace(/[\s\u200b]/g, '')

describe('printed pages', () => {
  it.each([
    ['Latin', 'Zażółć gęślą jaźń, Příliš žluťoučký kůň, Straße, İstanbul, Tiếng Việt, Ŧħørn'],
    ['Greek', 'Ξεσκεπάζω την ψυχοφθόρα βδελυγμία, ἀρχὴ ᾧ'],
    ['Cyrillic', 'Съешь же ещё этих мягких булок, Київ, Ђорђе, Ӏ'],
    ['signs', '→ ≤ ≠ ∑ ½ € “quotes” — … ✅'],
  ])('have all letters of %s, and can be searched for them', async (_, words) => {
    const { text } = await printed(bodyFromMarkdown(words))
    expect(bare(text)).toContain(bare(words))
  })

  it.each([
    ['Hebrew', 'שלום עולם', ['שלום', 'עולם']],
    ['Arabic', 'باب دار', ['باب', 'دار']],
  ])('have %s from right to left, each word whole', async (_, words, each) => {
    const { pdf } = await printed(bodyFromMarkdown(words), { title: 'T' })
    const { items } = await (await pdf.getPage(1)).getTextContent()
    const found = items.flatMap((item) =>
      'str' in item && each.includes(item.str.trim()) ? [item] : [],
    )
    expect(found.map(({ str }) => str.trim()).sort()).toEqual([...each].sort())
    const at = (word: string | undefined) =>
      found.find(({ str }) => str.trim() === word)?.transform[4] ?? 0
    expect(at(each[0])).toBeGreaterThan(at(each[1]))
    expect(at(each[1])).toBeGreaterThan(400)
  })

  it('have what stands before a line on the right where the line is read from there', async () => {
    const placeOf = async (markdown: string, sign: string, word: string) => {
      const { pdf } = await printed(bodyFromMarkdown(markdown), { title: 'T' })
      const { items } = await (await pdf.getPage(1)).getTextContent()
      const at = (words: string) =>
        items.flatMap((item) => ('str' in item && item.str.trim() === words ? [item] : []))[0]
          ?.transform[4] ?? 0
      return at(sign) - at(word)
    }
    expect(await placeOf('- שלום', '•', 'שלום')).toBeGreaterThan(0)
    expect(await placeOf('3. باب', '.3', 'باب')).toBeGreaterThan(0)
    expect(await placeOf('3. words', '3.', 'words')).toBeLessThan(0)
  })

  it('have Arabic digits in the order in which they are read', async () => {
    const { text } = await printed(bodyFromMarkdown('١٢٣'), { title: 'T' })
    expect(text).toContain('١٢٣')
  })

  it('say so where no font has a letter, and only there', async () => {
    const { noFont } = pageWords('en')
    expect((await printed(bodyFromMarkdown('你好'))).text).toContain(noFont)
    expect((await printed(bodyFromMarkdown('Hello → שלום ✅'))).text).not.toContain(noFont)
  })

  it('say which page of how many in the reader’s language, have bookmarks, and know their title', async () => {
    const { pages, outline, info } = await printed(
      bodyFromMarkdown('## Überblick\n\nx\n\n### Deeper\n\ny'),
      {
        title: 'Für “alle”',
        words: pageWords('de'),
      },
    )
    expect(pages[0]).toContain('Seite 1 von 1')
    expect(outline).toEqual(['Überblick', 'Deeper'])
    expect(info).toMatchObject({ Title: 'Für “alle”', Creator: 'Atelier' })
  })

  it('have lists, tasks, tables, code, callouts, toggles and formulas', async () => {
    const { text } = await printed(
      bodyFromMarkdown(
        '1. one\n2. two\n   - in\n\n- [ ] todo\n\n| H | I |\n| - | - |\n| c | d |\n\n```\nif (x) {\n    y()\n}\n```\n\n> [!TIP]\n> tip\n\n<details><summary>more</summary>\n\ninside\n\n</details>\n\n$$\n\\sum_{i=1}^n x_i^2\n$$',
      ),
    )
    for (const words of [
      'one1.',
      'two2.',
      'in',
      'todo',
      'H',
      'c',
      'if(x){',
      'y()',
      'tip',
      'more',
      'inside',
      '∑i=1nxi2',
    ]) {
      expect(bare(text)).toContain(words)
    }
  })

  it('have pictures in them, and words for those that are not there', async () => {
    const id = '00000000-0000-4000-8000-000000000001'
    const picture = (file: string) => ({
      type: 'picture',
      attrs: { file, alt: `alt ${file.at(-1)}`, caption: '', width: null, align: 'center' },
    })
    const body = { type: 'doc', content: [picture(id), picture(id.replace(/1$/, '2'))] }
    const { text, pdf } = await printed(body, {
      files: [{ id, name: 'p.png', mime: 'image/png', bytes: makePng(30, 30), isPicture: true }],
    })
    expect(text).toContain('alt 2')
    expect(text).not.toContain('alt 1')
    const { fnArray } = await (await pdf.getPage(1)).getOperatorList()
    expect(fnArray).toContain(85)
  })

  it('lead only where a link may lead', async () => {
    const { pdf } = await printed(
      bodyFromMarkdown('[a](https://a.example/) [b](#2026-11-26 "date")'),
    )
    const annotations = await (await pdf.getPage(1)).getAnnotations()
    expect(annotations.map(({ url }) => url)).toEqual(['https://a.example/'])
  })

  it('are as many as it takes, and break long words and tables', async () => {
    const row = `| ${'cell with words '.repeat(6)} | ${'x'.repeat(300)} |\n`
    const { pages } = await printed(
      bodyFromMarkdown(`| A | B |\n| - | - |\n${row.repeat(40)}\n${'Words. '.repeat(3000)}`),
    )
    expect(pages.length).toBeGreaterThan(6)
    // The header row stands on every page of the table.
    expect(pages[1]?.replace(/\s/g, '').startsWith('AB')).toBe(true)
  })
})

describe('the order of what runs both ways', () => {
  it('is that of the bidirectional algorithm', () => {
    const order = (...levels: number[]) =>
      inVisualOrder(levels.map((level, at) => ({ level, at }))).map(({ at }) => at)
    expect(order(0, 0, 0)).toEqual([0, 1, 2])
    expect(order(1, 1, 1)).toEqual([2, 1, 0])
    expect(order(0, 1, 1, 0)).toEqual([0, 2, 1, 3])
    expect(order(1, 2, 2, 1)).toEqual([3, 1, 2, 0])
  })
})
