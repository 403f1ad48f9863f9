/** Three people who write, restore and undo, and hear of each other late: in the end all have the same doc. */
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { docBody, docTitle } from './doc'
import { docSchema, newDocUpdate } from './new-doc'
import type { DocState } from './restore-edits'
import { Restoring } from './restoring-edits'

const schema = docSchema()
const read = (doc: Y.Doc) => yXmlFragmentToProseMirrorRootNode(docBody(doc), schema)

class Client {
  readonly doc = new Y.Doc()
  readonly restoring: Restoring
  readonly unheard: Uint8Array[] = []
  readonly others: Client[] = []

  constructor(begun: Uint8Array, id: number) {
    this.doc.clientID = id
    Y.applyUpdate(this.doc, begun)
    this.restoring = new Restoring(this.doc)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'heard') for (const other of this.others) other.unheard.push(update)
    })
  }

  hear(count: number): void {
    for (const update of this.unheard.splice(0, count)) Y.applyUpdate(this.doc, update, 'heard')
  }

  do(what: string, where: number, past: DocState[]): void {
    const body = docBody(this.doc)
    const block = body.length > 0 ? body.get(where % body.length) : null
    const text = block instanceof Y.XmlElement ? block.get(0) : null
    if (what === 'type' && text instanceof Y.XmlText)
      text.insert(where % (text.length + 1), 'word ')
    if (what === 'erase' && text instanceof Y.XmlText && text.length > 2) text.delete(1, 2)
    if (what === 'add') body.insert(where % (body.length + 1), [paragraph(`new ${where}`)])
    if (what === 'remove' && body.length > 1) body.delete(where % body.length)
    if (what === 'title') docTitle(this.doc).insert(0, 'T')
    if (what === 'save') past.push({ title: docTitle(this.doc).toString(), body: read(this.doc) })
    if (what === 'undo') this.restoring.undo()
    const then = past[where % Math.max(1, past.length)]
    if (what === 'restore' && then) this.restoring.restore(read(this.doc), then)
  }
}

function paragraph(words: string): Y.XmlElement {
  const made = new Y.XmlElement('paragraph')
  made.insert(0, [new Y.XmlText(words)])
  return made
}

const steps = fc.array(
  fc.record({
    who: fc.nat(2),
    what: fc.constantFrom(
      'type',
      'type',
      'erase',
      'add',
      'remove',
      'title',
      'save',
      'restore',
      'undo',
      'hear',
      'hear',
    ),
    where: fc.nat(50),
  }),
  { maxLength: 60 },
)

const begun = newDocUpdate({
  title: 'Plan',
  body: {
    type: 'doc',
    content: ['One', 'Two', 'Three'].map((text) => ({
      type: 'paragraph',
      content: [{ type: 'text', text }],
    })),
  },
})

test('[S3] whatever is written, restored and undone, in whatever order it arrives', () => {
  fc.assert(
    fc.property(steps, (story) => {
      const clients = [101, 102, 103].map((id) => new Client(begun, id))
      for (const client of clients) {
        client.others.push(...clients.filter((other) => other !== client))
      }
      const past: DocState[] = []
      for (const { who, what, where } of story) {
        if (what === 'hear') clients[who]?.hear(1 + (where % 4))
        else clients[who]?.do(what, where, past)
      }
      // What is brought back for somebody is written, and heard, too.
      while (clients.some(({ unheard }) => unheard.length > 0)) {
        for (const client of clients) client.hear(client.unheard.length)
      }
      const [first, ...others] = clients.map(({ doc }) => Y.encodeSnapshot(Y.snapshot(doc)))
      for (const other of others) expect(other).toEqual(first)
      const [said, ...saidByOthers] = clients.map(({ doc }) => read(doc).toJSON())
      for (const other of saidByOthers) expect(other).toEqual(said)
      for (const { doc } of clients) read(doc).check()
    }),
    { seed: 51, numRuns: 400 },
  )
})
