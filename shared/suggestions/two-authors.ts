/** For tests: a doc, forks of it, and people who write in them as an editor does. */

import type { JSONContent } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { docBody } from '../docs/doc'
import { docSchema, newDocUpdate } from '../docs/new-doc'
import { type Decision, decide } from './decide-edits'
import { readSuggestions } from './read-suggestions'
import { SuggestedDoc } from './suggested-doc-edits'

const paragraph = (text: string, type = 'paragraph'): JSONContent => ({
  type,
  ...(text && { content: [{ type: 'text', text }] }),
})

export const bodyOf = (doc: Y.Doc): Node =>
  yXmlFragmentToProseMirrorRootNode(docBody(copy(doc)), docSchema())

/** The editor's binding tidies up while it reads. */
function copy(doc: Y.Doc): Y.Doc {
  const made = new Y.Doc()
  Y.applyUpdate(made, Y.encodeStateAsUpdate(doc))
  return made
}

export function write(doc: Y.Doc, change: (tr: Transform) => void): void {
  const tr = new Transform(bodyOf(doc))
  change(tr)
  tr.doc.check()
  updateYFragment(doc, docBody(doc), tr.doc, { mapping: new Map(), isOMark: new Map() })
}

/** Where in the text of the doc `words` begin. */
export function find(doc: Node, words: string): { from: number; to: number } {
  let found: number | null = null
  doc.descendants((node, at) => {
    const place = node.isTextblock ? node.textContent.indexOf(words) : -1
    if (found === null && place >= 0) found = at + 1 + place
  })
  if (found === null) throw new Error(`no “${words}” in “${doc.textContent}”`)
  return { from: found, to: found + words.length }
}

export const replaceWords = (doc: Y.Doc, words: string, others: string) =>
  write(doc, (tr) => {
    const { from, to } = find(tr.doc, words)
    if (others) tr.replaceWith(from, to, docSchema().text(others))
    else tr.delete(from, to)
  })

export const linesOf = (doc: Y.Doc): string[] => {
  const lines: string[] = []
  bodyOf(doc).forEach((node) => {
    lines.push(`${node.type.name === 'paragraph' ? '' : `${node.type.name}: `}${node.textContent}`)
  })
  return lines
}

export class Author {
  readonly doc: Y.Doc
  readonly fork = new Y.Doc()
  readonly suggested: SuggestedDoc

  constructor(doc: Y.Doc) {
    this.doc = doc
    Y.applyUpdate(this.fork, Y.encodeStateAsUpdate(doc))
    this.suggested = new SuggestedDoc({ doc, fork: this.fork, writes: true })
  }

  get text(): Y.Doc {
    return this.suggested.current
  }

  get suggestions() {
    return readSuggestions(this.doc, this.text, this.fork)
  }

  /** What the server does, and everybody then hears of. */
  decide(accept: boolean, keys = this.suggestions.map(({ key }) => key)) {
    const [doc, fork] = [this.doc, this.fork].map((each) => Y.encodeStateAsUpdate(each)) as [
      Uint8Array,
      Uint8Array,
    ]
    const decision = decide({ doc, fork, keys, accept })
    Y.applyUpdate(this.fork, decision.fork)
    if (decision.doc) Y.applyUpdate(this.doc, decision.doc)
    return decision
  }

  takeBack({ undo }: Decision): void {
    for (const update of [undo.doc, undo.fork]) if (update) Y.applyUpdate(this.fork, update)
    if (undo.doc) Y.applyUpdate(this.doc, undo.doc)
  }
}

export function newDoc(...content: (string | JSONContent)[]): Y.Doc {
  const doc = new Y.Doc()
  const blocks = content.map((block) => (typeof block === 'string' ? paragraph(block) : block))
  Y.applyUpdate(doc, newDocUpdate({ title: 'Minutes', body: { type: 'doc', content: blocks } }))
  return doc
}
