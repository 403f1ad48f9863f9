/** Whatever comes in names things elsewhere; what goes out names them too; and nobody goes there. */
import { exportFormats, type Imported } from '@atelier/shared/exchange/exchange'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Canary, openCanary } from '../testing/canary'
import { evilZip } from '../testing/evil-zips'
import { type MadeProject, makeDoc, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { sendFile } from '../testing/make-file'
import { makePng } from '../testing/make-picture'
import { type Browser, type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let browser: Browser
let project: MadeProject
let doc: { id: string }
let canary: Canary

beforeAll(async () => {
  app = await testApp()
  canary = await openCanary()
  const workspace = await makeWorkspace(app.deps.db)
  const lead = await makePerson(app.deps.db, workspace)
  project = await makeProject(app.deps.db, lead)
  doc = await makeDoc(app.deps.db, project, lead)
  browser = await app.as(lead)
})
afterAll(async () => {
  canary.close()
  await app.stop()
})

const svg = (at: string) =>
  `<?xml version="1.0"?><?xml-stylesheet href="${at}/s.css"?><!DOCTYPE svg SYSTEM "${at}/d.dtd" [<!ENTITY e SYSTEM "${at}/e">]><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"><style>@import url(${at}/i.css); @font-face{font-family:f;src:url(${at}/f.woff)}</style><image href="${at}/1.png" width="9" height="9"/><image xlink:href="${at}/2.png" width="9" height="9"/><use href="${at}/u.svg#a"/><text font-family="f">&e;</text></svg>`

const html = (at: string) =>
  `<!DOCTYPE html><html><head><base href="${at}/"><link rel="stylesheet" href="${at}/s.css"><link rel="icon" href="i.ico"><meta http-equiv="refresh" content="0;url=${at}/r"><script src="${at}/x.js"></script><style>@import "${at}/t.css"; body{background:url(${at}/b.png)}</style></head><body background="${at}/bb.png"><h1>Elsewhere</h1><img src="${at}/p.png" srcset="${at}/q.png 2x"><img src="relative.png"><picture><source srcset="${at}/s.png"></picture><iframe src="${at}/f"></iframe><object data="${at}/o"></object><embed src="${at}/e"><video src="${at}/v.mp4" poster="${at}/po.png"></video><audio src="${at}/a.mp3"></audio><p style="background:url(${at}/c.png)">words <a href="${at}/link" ping="${at}/ping">link</a></p>${svg(at)}</body></html>`

const markdown = (at: string) =>
  `# Elsewhere\n\n![one](${at}/1.png) ![two][ref]\n\n<img src="${at}/3.png">\n\n[words](${at}/link)\n\n$$\\includegraphics{${at}/m.png} \\href{${at}/n}{x}$$\n\n<iframe src="${at}/f"></iframe>\n\n[ref]: ${at}/2.png\n\n\`\`\`mermaid\n${at}\n\`\`\`\n`

const names = ['w', 'r', 'a', 'wp', 'pic', 'v', 'o']
const word = 'http://schemas.openxmlformats.org'
const spaces = [
  `${word}/wordprocessingml/2006/main`,
  `${word}/officeDocument/2006/relationships`,
  `${word}/drawingml/2006/main`,
  `${word}/drawingml/2006/wordprocessingDrawing`,
  `${word}/drawingml/2006/picture`,
  'urn:schemas-microsoft-com:vml',
  'urn:schemas-microsoft-com:office:office',
]
const relations = (inside: string) =>
  `<?xml version="1.0"?><Relationships xmlns="${word}/package/2006/relationships">${inside}</Relationships>`
const away = (id: string, type: string, at: string) =>
  `<Relationship Id="${id}" Type="${spaces[1]}/${type}" Target="${at}/${type}" TargetMode="External"/>`

function docx(at: string): Uint8Array {
  const drawn = (id: string) =>
    `<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="P"/><a:graphic><a:graphicData uri="${spaces[4]}"><pic:pic><pic:blipFill><a:blip r:link="${id}" r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
  const body = `<w:p><w:r><w:t>Elsewhere</w:t></w:r>${drawn('x1')}<w:r><w:pict><v:shape><v:imagedata r:id="x1" src="${at}/v.png"/></v:shape></w:pict></w:r><w:hyperlink r:id="x2"><w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDEPICTURE "${at}/field.png"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
  const spacesOf = names.map((name, nth) => `xmlns:${name}="${spaces[nth]}"`).join(' ')
  return evilZip([
    {
      name: '[Content_Types].xml',
      content: `<?xml version="1.0"?><Types xmlns="${word}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: relations(
        `<Relationship Id="r1" Type="${spaces[1]}/officeDocument" Target="word/document.xml"/>`,
      ),
    },
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0"?><!DOCTYPE w SYSTEM "${at}/w.dtd" [<!ENTITY % e SYSTEM "${at}/e">]><w:document ${spacesOf}><w:body>${body}</w:body></w:document>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: relations(
        away('x1', 'image', at) + away('x2', 'hyperlink', at) + away('x3', 'attachedTemplate', at),
      ),
    },
  ])
}

async function bring(name: string, bytes: Uint8Array | string): Promise<Imported | null> {
  const answer = await browser.fetch(`/api/projects/${project.id}/import?name=${name}`, {
    method: 'POST',
    body: bytes as BodyInit,
  })
  expect([201, 400]).toContain(answer.status)
  return answer.status === 201 ? ((await answer.json()) as Imported) : null
}

const things: [string, (at: string) => Uint8Array | string][] = [
  ['page.html', html],
  ['text.md', markdown],
  ['drawing.svg', svg],
  ['word.docx', docx],
  [
    'pack.zip',
    (at) =>
      evilZip([
        { name: 'page.html', content: html(at) },
        { name: 'text.md', content: `${markdown(at)}\n![drawn](drawing.svg) ![honest](ok.png)\n` },
        { name: 'drawing.svg', content: svg(at) },
        { name: 'ok.png', content: makePng(4, 4) },
        { name: 'word.docx', content: docx(at) },
      ]),
  ],
]

test.each(things)(
  '%s comes in and goes out in every form, and nobody went elsewhere',
  async (name, make) => {
    const imported = await bring(name, make(canary.address))
    for (const { id } of imported?.docs ?? []) {
      for (const format of exportFormats) {
        const answer = await browser.fetch(`/api/docs/${id}/export?format=${format}`)
        expect(answer.status, format).toBe(200)
        const bytes = Buffer.from(await answer.arrayBuffer())
        expect(bytes.length).toBeGreaterThan(50)
        // It does name what lies there.
        if (format === 'md' && name !== 'drawing.svg')
          expect(bytes.toString()).toContain(canary.address)
      }
    }
    if (name !== 'drawing.svg') expect(imported?.docs.length).toBeGreaterThan(0)
    expect(canary.visits()).toBe(0)
  },
)

test('a drawing that is uploaded fetches nothing, also once it is shown', async () => {
  const sent = await sendFile(browser, doc, svg(canary.address), 'drawing.svg')
  expect([201, 400, 415]).toContain(sent.status)
  if (sent.status === 201) {
    const { id } = (await sent.json()) as { id: string }
    await (await browser.fetch(`/api/files/${id}`)).arrayBuffer()
    await (await browser.fetch(`/api/files/${id}?width=200`)).arrayBuffer()
  }
  expect(canary.visits()).toBe(0)
})

test('the whole project goes out, too, and somebody who did come would have been heard', async () => {
  const zip = await browser.fetch(`/api/projects/${project.id}/export`)
  expect((await zip.arrayBuffer()).byteLength).toBeGreaterThan(1000)
  expect(canary.visits()).toBe(0)
  await fetch(canary.address).catch(() => undefined)
  expect(canary.visits()).toBe(1)
})
