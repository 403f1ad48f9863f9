import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bodyFromMarkdown } from '@atelier/shared/docs/body-from-markdown'
import { markdownFromBody } from '@atelier/shared/docs/markdown-from-body'
import { describe, expect, it } from 'vitest'
import { makePng } from '../../testing/make-picture'
import { makeWriteJob } from '../../testing/make-write-job'
import { packed, read, tree, written } from '../../testing/read-packs'
import { writeDocx } from '../docx/docx-file'
import { writeHtmlFile } from '../html-file'

const id = (n: number) => `${String(n).padStart(2, '0')}`.repeat(16)

describe('a folder of Notion, as Markdown', () => {
  const files = {
    [`Export-1/Team ${id(1)}.md`]: `# Team\n\n[Plan: “B”](Team%20${id(1)}/Plan%20B%20${id(2)}.md)\n\n[Budget](Team%20${id(1)}/Budget%20${id(3)}.csv)\n\n<aside>\n💡 Mind this\n\n</aside>\n\n- [x]  done\n- [ ]  open\n\n![press.png](Team%20${id(1)}/press.png)\n\n[notes.txt](Team%20${id(1)}/notes.txt)\n\n[on the web](https://www.notion.so/Plan-B-${id(2)}?pvs=21)\n\n$$\nx^2\n$$\n`,
    [`Export-1/Team ${id(1)}/Plan B ${id(2)}.md`]: `# Plan: “B”\n\nOwner: Amara\n\nBack to [Team](../Team%20${id(1)}.md)`,
    [`Export-1/Team ${id(1)}/Budget ${id(3)}.csv`]: '\ufeffName,Cost\n"Press, big",1',
    [`Export-1/Team ${id(1)}/Budget ${id(3)}_all.csv`]:
      '\ufeffName,Cost\n"Press, big",1\n"A ""new"" one",2\n',
    [`Export-1/Team ${id(1)}/Budget ${id(3)}/Press big ${id(4)}.md`]: '# Press, big\n\nCost: 1',
    [`Export-1/Team ${id(1)}/press.png`]: makePng(9, 9),
    [`Export-1/Team ${id(1)}/notes.txt`]: 'notes',
  }

  it('keeps its tree, links, tables, pictures and files', async () => {
    const found = await read(await packed(files))
    expect(found.kind).toBe('notion')
    expect(tree(found)).toEqual([
      'Team',
      'Plan: “B” < Team',
      'Budget < Team',
      'Press, big < Budget',
    ])
    expect(written(found, 'Team')).toBe(
      '[Plan: “B”](/docs/Plan: “B”)\n\n[Budget](/docs/Budget)\n\n> [!NOTE]\n> 💡 Mind this\n\n- [x] done\n- [ ] open\n\n![press.png](/api/files/press.png)\n\n[notes.txt](/api/files/notes.txt "attachment")\n\n[on the web](/docs/Plan: “B”)\n\n$$\nx^2\n$$',
    )
    expect(written(found, 'Budget')).toBe(
      '| Name | Cost |\n| - | - |\n| Press, big | 1 |\n| A "new" one | 2 |',
    )
    expect(written(found, 'Plan: “B”')).toContain('[Team](/docs/Team)')
    expect(found.skipped).toEqual([])
  })

  it('also where it is a zip in a zip', async () => {
    const outer = await packed({ 'Export-1-Part-1.zip': await packed(files) })
    expect(tree(await read(outer))).toHaveLength(4)
  })
})

describe('a folder of Notion, as HTML', () => {
  const page = (title: string, body: string) =>
    `<html><head><meta charset="utf-8"><title>${title}</title><style>.x{}</style></head><body><article class="page sans"><header><div class="page-header-icon"><span class="icon">🔥</span></div><h1 class="page-title">${title}</h1></header><div class="page-body">${body}</div></article></body></html>`

  it('keeps callouts, toggles, tasks, code and formulas', async () => {
    const body = [
      '<figure class="block-color-gray_background callout"><div style="font-size:1.5em"><span class="icon">💡</span></div><div style="width:100%"><p>Mind this</p></div></figure>',
      '<ul class="toggle"><li><details open=""><summary>More</summary><p>inside</p></details></li></ul>',
      '<ul class="to-do-list"><li><div class="checkbox checkbox-on"></div> <span class="to-do-children-checked">done</span></li></ul>',
      '<pre class="code"><code class="language-TypeScript">x()\n</code></pre>',
      '<figure class="equation"><style>@import url("https://far.example/k.css")</style><div class="equation-container"><span class="katex-display"><span class="katex"><span class="katex-mathml"><math display="block"><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math></span><span class="katex-html">x2</span></span></span></div></figure>',
      `<figure class="image"><a href="Home%20${id(1)}/p.png"><img style="width:100px" src="Home%20${id(1)}/p.png"/></a><figcaption>A press</figcaption></figure>`,
      `<figure class="link-to-page"><a href="Home%20${id(1)}/Child%20${id(2)}.html"><span class="icon">📄</span>Child</a></figure>`,
    ].join('')
    const found = await read(
      await packed({
        'index.html': '<html><body>All pages</body></html>',
        [`Home ${id(1)}.html`]: page('Home', body),
        [`Home ${id(1)}/Child ${id(2)}.html`]: page('Child', '<p>c</p>'),
        [`Home ${id(1)}/p.png`]: makePng(9, 9),
      }),
    )
    expect(tree(found)).toEqual(['Home', 'Child < Home'])
    expect(written(found, 'Home')).toBe(
      '> [!NOTE]\n> 💡\n>\n> Mind this\n\n<details>\n<summary>More</summary>\n\ninside\n\n</details>\n\n- [x] done\n\n```typescript\nx()\n```\n\n$$\nx^2\n$$\n\n![](/api/files/p.png "A press")\n\n[📄Child](/docs/Child)',
    )
  })
})

describe('a space of Confluence, as HTML', () => {
  const page = (title: string, body: string, files = '') =>
    `<!DOCTYPE html><html><head><title>Space : ${title}</title></head><body class="theme-default aui-theme-default"><div id="page"><div id="main"><div id="main-header"><div id="breadcrumb-section"><ol id="breadcrumbs"><li><a href="index.html">Space</a></li></ol></div><h1 id="title-heading" class="pagetitle"><span id="title-text"> Space : ${title} </span></h1></div><div id="content" class="view"><div class="page-metadata">Created by <span class="author">Amara</span></div><div id="main-content" class="wiki-content group">${body}</div>${files}</div></div><div id="footer">Document generated by Confluence</div></div></body></html>`

  it('keeps the tree of its index, macros, links and attachments', async () => {
    const body = [
      '<p>See <a href="Plan_200.html">the plan</a> and <a href="/wiki/pages/viewpage.action?pageId=300">deep</a> <img class="emoticon" data-emoji-fallback="🙂" alt="(smile)" src="images/icons/smile.png"></p>',
      '<div class="confluence-information-macro confluence-information-macro-note"><span class="aui-icon aui-icon-small"> </span><div class="confluence-information-macro-body"><p>Careful</p></div></div>',
      '<div class="code panel pdl"><div class="codeContent panelContent pdl"><pre class="syntaxhighlighter-pre" data-syntaxhighlighter-params="brush: java; gutter: false">int x;</pre></div></div>',
      '<div class="expand-container"><div class="expand-control"><span class="expand-control-icon"></span><span class="expand-control-text">More</span></div><div class="expand-content"><p>inside</p></div></div>',
      '<ul class="inline-task-list"><li class="checked" data-inline-task-id="1">done</li><li data-inline-task-id="2">open</li></ul>',
      '<div class="table-wrap"><table class="confluenceTable"><tbody><tr><th class="confluenceTh">A</th></tr><tr><td class="confluenceTd"><p>1</p></td></tr></tbody></table></div>',
      '<p><span class="confluence-embedded-file-wrapper"><img class="confluence-embedded-image" src="attachments/100/101.png" alt="press"></span></p>',
    ].join('')
    const attached =
      '<div class="pageSection group"><div class="pageSectionHeader"><h2 id="attachments">Attachments:</h2></div><div class="greybox"><img src="images/icons/bullet_blue.gif"/><a href="attachments/100/101.png">press.png</a> <a href="attachments/100/102.txt">notes.txt</a></div></div>'
    const found = await read(
      await packed({
        'SPACE/index.html':
          '<html><body><div class="pageSection"><ul><li><a href="Home_100.html">Home</a><ul><li><a href="Plan_200.html">Plan</a><ul><li><a href="300.html">Deep</a></li></ul></li></ul></li></ul></div></body></html>',
        'SPACE/Home_100.html': page('Home', body, attached),
        'SPACE/Plan_200.html': page('Plan', '<p>p</p>'),
        'SPACE/300.html': page('Deep : er', '<p>d</p>'),
        'SPACE/attachments/100/101.png': makePng(9, 9),
        'SPACE/attachments/100/102.txt': 'notes',
        'SPACE/styles/site.css': 'x{}',
      }),
    )
    expect(found.kind).toBe('confluence')
    expect(tree(found)).toEqual(['Home', 'Plan < Home', 'Deep : er < Plan'])
    expect(written(found, 'Home')).toBe(
      'See [the plan](/docs/Plan) and [deep](/docs/Deep : er) 🙂\n\n> [!WARNING]\n> Careful\n\n```java\nint x;\n```\n\n<details>\n<summary>More</summary>\n\ninside\n\n</details>\n\n- [x] done\n- [ ] open\n\n| A |\n| - |\n| 1 |\n\n![press](/api/files/101.png)\n\n[102.txt](/api/files/102.txt "attachment")',
    )
  })
})

describe('a page of Notion, as HTML', () => {
  const page = (body: string) =>
    `<html><head><title>T</title></head><body><article class="page sans"><header><h1 class="page-title">T</h1></header><div class="page-body">${body}</div></article></body></html>`
  const line = (kind: string, words: string, start = '') =>
    `<${kind === 'numbered' ? 'ol' : 'ul'} class="${kind}-list"${start}><li>${words}</li></${kind === 'numbered' ? 'ol' : 'ul'}>`

  it('has its lists whole, of which every line is one of its own', async () => {
    const inBoxes = ['a', 'b']
      .map((words) => `<div style="display:contents" dir="auto">${line('bulleted', words)}</div>`)
      .join('\n')
    const numbered = [1, 2, 5]
      .map((n) => line('numbered', `n${n}`, ` type="1" start="${n}"`))
      .join('')
    const found = await read(
      await packed({ [`Export/T ${id(1)}.html`]: page(`${inBoxes}<p>between</p>${numbered}`) }),
    )
    expect(written(found, 'T')).toBe('- a\n- b\n\nbetween\n\n1. n1\n2. n2\n\n5) n5')
    const [bullets] = found.docs[0]?.body.content ?? []
    expect(bullets?.content).toHaveLength(2)
  })

  it('that is nested without end keeps nobody out', async () => {
    const deep = '<b><i>'.repeat(30_000)
    const found = await read(
      await packed({
        [`Export/Deep ${id(1)}.html`]: page(deep),
        [`Export/T ${id(2)}.html`]: page('<p>fine</p>'),
      }),
    )
    expect(tree(found)).toEqual(['Deep', 'T'])
  })
})

describe('an old Word document, or one with a password', () => {
  it('is refused with what to do', async () => {
    const bytes = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
    await expect(read(bytes, 'x.docx')).rejects.toMatchObject({
      details: { fields: [{ field: 'file', problem: 'old-word' }] },
    })
  })
})

describe('our own pages, which are long and real', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url))
  const pages = [
    'README.md',
    'shared/docs/README.md',
    'server/sync/README.md',
    'server/nodes/README.md',
    'server/bench/README.md',
    'server/breaking/README.md',
  ]

  it.each(pages)('%s goes to Markdown and back as it was', (path) => {
    const body = bodyFromMarkdown(readFileSync(`${root}${path}`, 'utf8'))
    expect(bodyFromMarkdown(markdownFromBody(body))).toEqual(body)
  })

  it.each(pages)('%s goes to a page and back with every word, and to Word', async (path) => {
    const body = bodyFromMarkdown(readFileSync(`${root}${path}`, 'utf8'))
    const words = (markdown: string) => markdown.replace(/\s+/g, ' ')
    const page = await read(writeHtmlFile(makeWriteJob({ title: 'T', body })), 'x.html')
    const wanted = words(markdownFromBody(body)).replaceAll('](/', '](https://atelier.example/')
    expect(words(markdownFromBody(page.docs[0]?.body ?? {}))).toBe(wanted)
    const document = await read(await writeDocx(makeWriteJob({ title: 'T', body })), 'x.docx')
    expect(words(markdownFromBody(document.docs[0]?.body ?? {}))).toBe(wanted)
  })
})
