import { bodyFromMarkdown } from '@atelier/shared/docs/body-from-markdown'
import { docBody } from '@atelier/shared/docs/doc'
import { docSchema } from '@atelier/shared/docs/new-doc'
import { readDoc } from '@atelier/shared/docs/read-body'
import { type ExportFormat, exportFormats } from '@atelier/shared/exchange/exchange'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { makeWriteJob } from '../testing/make-write-job'
import { convert } from './convert'

const values: unknown[] = [
  { toString: null },
  ['<img src=x onerror=alert(1)>'],
  'javascript:alert(1)',
  '"><script>alert(1)</script>',
  '../../etc/passwd',
  -1e300,
  true,
  'x'.repeat(500),
  '\u202e\u0000\ud800',
]

/** Every node with every attribute set to `value`, in places where it may not stand as well. */
function hostileDoc(value: unknown): Y.Doc {
  const doc = new Y.Doc()
  const schema = docSchema()
  const nodes = Object.keys(schema.nodes).filter((name) => name !== 'doc' && name !== 'text')
  const fill = (parent: Y.XmlFragment, name: string, depth: number) => {
    const element = new Y.XmlElement(name)
    parent.push([element])
    for (const attribute of Object.keys(schema.nodes[name]?.spec.attrs ?? {})) {
      element.setAttribute(attribute, value as string)
    }
    const text = new Y.XmlText()
    element.push([text])
    for (const mark of Object.keys(schema.marks)) {
      text.insert(text.length, `${mark} `, {
        [mark]: { href: value, colour: value, [mark]: value },
      })
    }
    if (depth > 0) for (const child of nodes.slice(0, 8)) fill(element, child, depth - 1)
  }
  doc.transact(() => {
    for (const name of nodes) fill(docBody(doc), name, 1)
  })
  doc.getText('title').insert(0, typeof value === 'string' ? value : 'Title')
  return doc
}

const write = async (format: ExportFormat, doc: ReturnType<typeof readDoc>) =>
  (await convert(makeWriteJob({ ...doc, format }))) as Uint8Array

describe('a room into which somebody hostile wrote', () => {
  const docs = values.map((value) => readDoc(hostileDoc(value)))

  it.each(exportFormats)('goes out as %s, with its words and nothing else', async (format) => {
    for (const doc of docs) {
      const bytes = await write(format, doc)
      expect(bytes.length).toBeGreaterThan(100)
      if (format !== 'html') continue
      const page = new TextDecoder().decode(bytes)
      expect(page).toContain('bold')
      expect(page).not.toMatch(/<script|<img[^>]*onerror|href="javascript/i)
    }
  })
})

describe('a doc of a hundred pages', () => {
  const page = `## Section\n\n${'Words that somebody wrote, **some bold**, and [a link](https://a.example/). '.repeat(20)}\n\n- one\n  - two\n- three\n\n| A | B |\n| - | - |\n| c | d |\n\n- [ ] task\n\n`
  const body = bodyFromMarkdown(page.repeat(130))

  it.each(exportFormats)('goes out as %s', async (format) => {
    const bytes = await write(format, { title: 'Long', body })
    expect(bytes.length).toBeGreaterThan(1000)
  })
})
