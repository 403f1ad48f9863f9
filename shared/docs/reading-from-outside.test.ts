import type { JSONContent } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { bodyFromHtml } from './body-from-html'
import { bodyFromMarkdown, docFromMarkdown } from './body-from-markdown'
import { docBody } from './doc'
import { markdownFromBody } from './markdown-from-body'
import { docSchema } from './new-doc'
import { readDoc } from './read-body'
import { tidyBody } from './tidy-body'

/** Throws on what is no doc. */
function valid(body: JSONContent): JSONContent {
  Node.fromJSON(docSchema(), body).check()
  return body
}
const back = (body: JSONContent) => markdownFromBody(valid(body)).trim()

describe('Markdown as others write it', () => {
  it.each([
    ['> [!WARNING]\n> Hot', '> [!WARNING]\n> Hot'],
    ['> [!important] \n> Read', '> [!NOTE]\n> Read'],
    ['- [ ] Call 📅 2026-12-01', '- [ ] Call [2026-12-01](#2026-12-01 "due")'],
    ['* [x] done\n* plain', '- [x] done\n\n* plain'],
    ['1. [ ] one', '- [ ] one'],
    ['It costs $5 and $6', 'It costs \\$5 and \\$6'],
    ['==marked== a==b', '<mark>marked</mark> a\\==b'],
    ['A[^1]\n\n[^1]: Note', 'A<sup>1</sup>\n\n***\n\n1. Note'],
    ['Setext\n===', '# Setext'],
    [
      '<details><summary>More</summary>\n\nInside **bold**\n\n</details>',
      '<details>\n<summary>More</summary>\n\nInside **bold**\n\n</details>',
    ],
    ['![far](https://far.example/x.png)', '[far](https://far.example/x.png)'],
    ['H<sub>2</sub>O <kbd>Ctrl</kbd> <u>u</u>', 'H<sub>2</sub>O `Ctrl` <u>u</u>'],
    ['| a | b |\n| :- | -: |\n| 1 |', '| a | b |\n| :- | -: |\n| 1 | |'],
    ['line one\nline two  \nline three', 'line one line two\\\nline three'],
  ])('%s', (given, wanted) => {
    expect(back(bodyFromMarkdown(given))).toBe(wanted)
  })

  it('has its title from the front matter, or else from its first heading', () => {
    const front = docFromMarkdown('---\ntitle: "A: b"\ntags: [x]\n---\n\n# Head\n')
    expect([front.title, back(front.body), front.facts.tags]).toEqual(['A: b', '# Head', ['x']])
    const head = docFromMarkdown('\ufeff# A *new* plan\r\n\r\nText')
    expect([head.title, back(head.body)]).toEqual(['A new plan', 'Text'])
  })
})

describe('a page of HTML', () => {
  it.each([
    ['<p>a\n  <b>b </b> c</p><div>d<p>e</div>', 'a **b** c\n\nd\n\ne'],
    ['<b style="font-weight:normal"><p>Docs</p></b>', 'Docs'],
    ['<span style="font-weight:700;font-style:italic">x</span>', '**_x_**'],
    ['<ul><li>a<ul><li>b</ul><ul><li>c</ul></ul>', '- a\n  - b\n  * c'],
    ['<table><thead><tr><td>h</thead><tr><td>1</table>', '| h |\n| - |\n| 1 |'],
    ['<h2>t</h2><pre><code class="language-ts">a\n\nb</code></pre>', '## t\n\n```ts\na\n\nb\n```'],
    [
      '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math>',
      '$x^2$',
    ],
  ])('%s', (given, wanted) => {
    expect(back(bodyFromHtml(given))).toBe(wanted)
  })
})

describe('what would do something', () => {
  it.each([
    ['<script>alert(1)</script><p onclick="x()">a</p>', 'a'],
    ['<a href="javascript:alert(1)">a</a> <a href=" java\tscript:x">b</a>', 'a b'],
    ['<img src="x" onerror="alert(1)" alt="p"><img src="data:text/html,x" alt="q">', 'pq'],
    [
      '<svg><script>x</script><a xlink:href="javascript:x">v</a></svg><iframe src="//x"></iframe>t',
      't',
    ],
    ['<form action="/x"><input value="y"><button>z</button></form><style>*{}</style><p>k', 'k'],
    ['<template><p>x</p></template><noscript><p title="</noscript><img src=x onerror=y>">', ''],
    [
      '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>w',
      'w',
    ],
  ])('leaves its words at most: %s', (html, words) => {
    for (const body of [bodyFromHtml(html), bodyFromMarkdown(html)]) {
      expect(JSON.stringify(valid(body))).not.toMatch(/javascript|alert|onerror|onclick/i)
      expect(back(body).replace(/\n+/g, ' ').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''))
    }
  })
})

describe('nesting without end', () => {
  const deep = 5000
  it.each([
    ['quotes', `${'> '.repeat(deep)}x`, bodyFromMarkdown],
    ['lists', `${'- '.repeat(deep)}x`, bodyFromMarkdown],
    ['brackets', `${'['.repeat(deep)}x${']('.repeat(deep)}`, bodyFromMarkdown],
    ['stars', `${'*a **'.repeat(deep)}x`, bodyFromMarkdown],
    ['tags', `${'<div><b>'.repeat(deep)}x`, bodyFromHtml],
    ['tags in Markdown', `${'<div>'.repeat(deep)}x`, bodyFromMarkdown],
    ['tables', `${'<table><tr><td>'.repeat(deep)}x`, bodyFromHtml],
    ['bullets', `${'<ul><li>'.repeat(deep)}x`, bodyFromHtml],
  ])('of %s leaves the words', (_, given, read) => {
    const body = valid(read(given))
    expect(JSON.stringify(body)).toContain('x')
  })

  it('in a room that somebody hostile wrote', () => {
    const doc = new Y.Doc()
    let parent: Y.XmlFragment = docBody(doc)
    for (let depth = 0; depth < 3000; depth++) {
      const child = new Y.XmlElement('blockquote')
      parent.insert(0, [child])
      parent = child
    }
    valid(readDoc(doc).body)
  })
})

describe('a body that is no body', () => {
  const values: unknown[] = [
    null,
    1,
    'x',
    [],
    {},
    { toString: null },
    'javascript:alert(1)',
    Number.NaN,
  ]
  const names = Object.keys(docSchema().nodes)

  it.each(names)('is put right, whatever stands in a %s', (type) => {
    for (const value of values) {
      const attrs = Object.fromEntries(
        Object.keys(docSchema().nodes[type]?.spec.attrs ?? {}).map((name) => [name, value]),
      )
      for (const content of [
        value,
        [value],
        [{ type, attrs }],
        [{ type: 'text', text: value, marks: value }],
      ]) {
        const body = valid(
          tidyBody({ content: [{ type, attrs, content, text: value, marks: [value] }] }),
        )
        expect(typeof markdownFromBody(body)).toBe('string')
      }
    }
  })

  it('keeps the words of what it does not know', () => {
    const strange = { type: 'spaceship', content: [{ type: 'text', text: 'Words' }] }
    expect(back(tidyBody({ content: [strange] }))).toBe('Words')
  })
})
