import type { JSONContent } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'
import { bodyFromClipboard } from './body-from-clipboard'
import { markdownFromBody } from './markdown-from-body'
import { docSchema } from './new-doc'
import { googleClipboard } from './testing-google-clipboard'
import { wordClipboard, wordLine } from './testing-word-clipboard'

const blocks = (html: string) => bodyFromClipboard(html).content ?? []
const outline = (node: JSONContent): unknown => {
  const type = node.type ?? ''
  if (type === 'text') return node.text
  const inside = (node.content ?? []).map(outline)
  return type === 'paragraph' ? inside.join('') : { [type]: inside }
}
const read = (html: string) => blocks(html).map(outline)
const everyNode = (node: JSONContent): JSONContent[] => [
  node,
  ...(node.content ?? []).flatMap(everyNode),
]
const typesIn = (html: string) =>
  blocks(html)
    .flatMap(everyNode)
    .map(({ type }) => type)
const wordsIn = (html: string) =>
  blocks(html)
    .flatMap(everyNode)
    .map(({ text }) => text ?? '')
    .join('|')
const marksOn = (html: string, words: string) =>
  blocks(html)
    .flatMap(everyNode)
    .find(({ text }) => text?.includes(words))
    ?.marks?.map(({ type }) => type) ?? []
/** Throws where the editor could not take it. */
const check = (html: string) => Node.fromJSON(docSchema(), bodyFromClipboard(html)).check()

describe('from Word', () => {
  const html = wordClipboard(12)

  test('headings, tables and lists in lists are what they looked like', () => {
    check(html)
    const all = read(html)
    expect(all.slice(0, 4)).toEqual([
      { heading: ['Report on scrap'] },
      { heading: ['What we found'] },
      { heading: ['Week 1'] },
      'In week 1 we measured the spindle, see the report.[1]',
    ])
    expect(all[4]).toEqual({
      bulletList: [
        {
          listItem: [
            'Stop the line',
            {
              bulletList: [
                {
                  listItem: ['Ask the operator', { bulletList: [{ listItem: ['Write it down'] }] }],
                },
              ],
            },
          ],
        },
        { listItem: ['Start again'] },
      ],
    })
    expect(all[5]).toEqual({
      orderedList: [
        { listItem: ['First'] },
        { listItem: ['Second', { orderedList: [{ listItem: ['and its part'] }] }] },
      ],
    })
    expect(all[6]).toEqual({
      table: [
        { tableRow: ['Machine', 'Scrap', 'Since'].map((head) => ({ tableHeader: [head] })) },
        { tableRow: ['DMU 50', '4,2 %', 'March'].map((text) => ({ tableCell: [text] })) },
        { tableRow: ['DMU 65', '6,0 %', 'April'].map((text) => ({ tableCell: [text] })) },
      ],
    })
    expect(typesIn(html).filter((type) => type === 'table')).toHaveLength(12)
  })

  test('marks and links stay; a footnote’s number leads nowhere', () => {
    expect(marksOn(html, 'measured')).toEqual(['bold'])
    expect(marksOn(html, 'spindle')).toEqual(['italic'])
    expect(marksOn(html, 'the report')).toEqual(['link'])
    expect(marksOn(html, '[1]')).toEqual(['superscript'])
  })

  test('what only Word needs is gone: contents with pages, comments, what was deleted or hidden', () => {
    const words = wordsIn(html)
    for (const junk of ['....', 'taken out', '[B1]', 'Is that so', 'hidden words', 'file:', 'mso'])
      expect(words).not.toContain(junk)
    expect(words).toContain('Added later')
    expect(marksOn(html, 'Added later')).toEqual([])
    expect(marksOn(html, 'The spindle')).toEqual([])
  })

  test('drawn boxes are tasks, quotes are quotes', () => {
    const all = read(html)
    expect(all).toContainEqual({ blockquote: ['Measure twice.'] })
    const tasks = blocks(html).find(({ type }) => type === 'taskList')
    expect(tasks?.content?.map(({ attrs }) => attrs?.checked)).toEqual([false, true])
    expect(outline(tasks ?? {})).toEqual({
      taskList: [{ taskItem: ['Order a new clamp'] }, { taskItem: ['Tell the night shift'] }],
    })
  })

  test('a list that begins at a later number, or deep, is one all the same', () => {
    const html = `<p class=MsoNormal style='mso-x:y'>Before</p>${wordLine('Fifth', 1, '5.', 'l2')}${wordLine('Sixth', 1, '6.', 'l2')}${wordLine('Deep', 4, '·', 'l3')}`
    const list = blocks(html)[1]
    expect(list?.attrs?.start).toBe(5)
    expect(outline(list ?? {})).toEqual({
      orderedList: [
        { listItem: ['Fifth'] },
        { listItem: ['Sixth', { bulletList: [{ listItem: ['Deep'] }] }] },
      ],
    })
  })

  test('a hundred pages are read in one go', () => {
    const long = wordClipboard(300)
    expect(long.length).toBeGreaterThan(1_000_000)
    expect(blocks(long).filter(({ type }) => type === 'table')).toHaveLength(300)
  })
})

describe('from Google Docs', () => {
  const html = googleClipboard(6)

  test('keeps headings, nested lists, tables, and is not bold all over', () => {
    check(html)
    const all = read(html)
    expect(all.slice(0, 4)).toEqual([
      { heading: ['Minutes'] },
      { heading: ['Week 1'] },
      'We measured the spindle, see the report.',
      {
        bulletList: [
          {
            listItem: [
              'Stop the line',
              {
                bulletList: [
                  {
                    listItem: [
                      'Ask the operator',
                      { bulletList: [{ listItem: ['Write it down'] }] },
                    ],
                  },
                ],
              },
            ],
          },
          { listItem: ['Start again'] },
        ],
      },
    ])
    expect(marksOn(html, 'We ')).toEqual([])
    expect(marksOn(html, 'measured')).toEqual(['bold'])
    expect(marksOn(html, 'Week 1')).toEqual([])
  })

  test('checklists are tasks, and links lead past the counter', () => {
    const tasks = blocks(html).find(({ type }) => type === 'taskList')
    expect(tasks?.content?.map(({ attrs }) => attrs?.checked)).toEqual([false, true])
    expect(wordsIn(html)).not.toContain('checked')
    const link = blocks(html)
      .flatMap(everyNode)
      .find(({ text }) => text === 'the report')
    expect(link?.marks?.find(({ type }) => type === 'link')?.attrs?.href).toBe(
      'https://example.org/1',
    )
  })

  test('a picture elsewhere is a link with its words, and nothing is fetched', () => {
    expect(marksOn(html, 'A chart of scrap by week')).toEqual(['link'])
    expect(typesIn(html)).not.toContain('picture')
  })
})

describe('from any page', () => {
  const page = `<html><head><title>T</title><style>p{color:red}</style><script>alert(1)</script></head><body>
    <nav><ul><li><a href="/">Home</a></li></ul></nav>
    <header role="banner">Our shop <button>Buy</button></header>
    <article><h1>How to clamp</h1><p onclick="alert(1)" style="position:fixed">Use <a href="javascript:alert(1)">both</a> hands, <a href="https://example.org/a" onmouseover="x()">see here</a>. <a href="#top">Up</a></p>
    <pre class="language-python"><code>print(1)\nprint(2)</code></pre>
    <div class="highlight highlight-source-js"><pre>let a = 1</pre></div>
    <aside>By the way</aside><iframe src="https://evil.example"><p>in a frame</p></iframe>
    <p style="display:none">ignore all previous words</p>
    <img src="https://track.example/p.gif" width="1" height="1"><img src="https://img.example/clamp%20big.png"><img src="data:image/png;base64,AAAA" alt="inline one">
    <form><input name=q value=secret><select><option>one</option></select><textarea>typed</textarea></form>
    <svg><script>alert(1)</script><text>drawn</text></svg><object data="x.swf">flash</object>
    <math><mi>x</mi></math></article></body></html>`

  test('keeps its words and structure, and none of its machinery', () => {
    check(page)
    expect(read(page)).toEqual([
      { heading: ['How to clamp'] },
      'Use both hands, see here. Up',
      { codeBlock: ['print(1)\nprint(2)'] },
      { codeBlock: ['let a = 1'] },
      'By the way',
      'clamp big.pnginline one x',
    ])
    expect(
      blocks(page)
        .filter(({ type }) => type === 'codeBlock')
        .map(({ attrs }) => attrs?.language),
    ).toEqual(['python', 'js'])
    expect(marksOn(page, 'both')).toEqual([])
    expect(marksOn(page, 'Up')).toEqual([])
    expect(marksOn(page, 'see here')).toEqual(['link'])
    expect(marksOn(page, 'clamp big')).toEqual(['link'])
    expect(JSON.stringify(bodyFromClipboard(page))).not.toMatch(
      /javascript:|data:|onclick|track|secret|evil/,
    )
  })

  test.each([
    ['deep quotes', `${'<blockquote>'.repeat(2000)}at the bottom${'</blockquote>'.repeat(2000)}`],
    ['deep lists', `${'<ul><li>'.repeat(2000)}at the bottom`],
    ['deep spans', `${'<b><i><span>'.repeat(2000)}at the bottom`],
    ['deep tables', `${'<table><tr><td>'.repeat(400)}at the bottom`],
    ['deep Word', `<p class=MsoNormal>x</p>${'<div class=MsoNormal>'.repeat(2000)}at the bottom`],
  ])('%s are flattened, and the words are kept', (_, html) => {
    check(html)
    expect(wordsIn(html)).toContain('at the bottom')
    const depth = (node: JSONContent): number =>
      1 + Math.max(0, ...(node.content ?? []).map((child) => depth(child)))
    expect(depth(bodyFromClipboard(html))).toBeLessThan(56)
  })

  test('what stands above two thousand levels keeps its links and marks', () => {
    const deep = `${'<blockquote>'.repeat(2000)}at the bottom${'</blockquote>'.repeat(2000)}`
    const html = `<p><a href="https://example.org/a">above</a></p>${deep}<p><b>below</b></p>`
    expect(marksOn(html, 'above')).toEqual(['link'])
    expect(marksOn(html, 'below')).toEqual(['bold'])
    expect(marksOn(html, 'at the bottom')).toEqual([])
  })

  test.each([
    ['markup that never ends', '<div><p>one<table><tr><td>two<b'],
    [
      'a thousand attributes',
      `<p ${Array.from({ length: 1000 }, (_, n) => `a${n}="x"`).join(' ')}>words</p>`,
    ],
    [
      'a table of holes',
      '<table><tr></tr><tr><td colspan=100000 rowspan=99999>x</td></tr><td>y</td></table>',
    ],
    ['only a picture of a counter', '<img src="https://t.example/x.gif" width="1" height="1">'],
    ['nothing', ''],
    ['null characters', '<p>a\u0000b\ud800c</p>'],
    ['a comment that pretends', '<!--><script>alert(1)</script>--><p>x</p>'],
    [
      'styles that shout',
      '<p style="background:url(javascript:alert(1));expression(alert(1))">x</p>',
    ],
  ])('%s can be pasted', (_, html) => {
    check(html)
    expect(JSON.stringify(bodyFromClipboard(html))).not.toMatch(/alert|javascript/)
  })
})

test('what was pasted can be taken away again as Markdown', () => {
  const markdown = markdownFromBody(bodyFromClipboard(googleClipboard(1)))
  expect(markdown).toContain('# Minutes')
  expect(markdown).toMatch(/- \[ \] Order a new clamp/)
})
