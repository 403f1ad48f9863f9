import type { Node } from '@tiptap/pm/model'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { anyDoc, docAndItsHeir } from './any-doc'
import { indexOfWriters, writersBetween, writtenIn } from './authorship'
import { docBody } from './doc'
import { docDifference } from './doc-difference'
import { type MergedPart, mergedDocs } from './merged-docs'
import { docSchema, newDocUpdate } from './new-doc'

/** Every letter and leaf of a doc, without those inside of these parts. */
function saidOutside(doc: Node, parts: readonly MergedPart[]): string {
  let said = ''
  doc.descendants((node, at) => {
    if (!node.isLeaf) return
    const letters = node.isText ? [...Array(node.nodeSize).keys()] : [0]
    for (const i of letters) {
      if (parts.some(({ from, to }) => from <= at + i && at + i < to)) continue
      said += node.isText ? node.text?.charAt(i) : `<${node.type.name}>`
    }
  })
  return said
}

describe('two docs drawn as one', () => {
  test('say what either says, and each part belongs to a change', () => {
    fc.assert(
      fc.property(fc.oneof(docAndItsHeir, fc.tuple(anyDoc, anyDoc)), ([a, b]) => {
        const changes = docDifference(a, b)
        const { doc, parts } = mergedDocs(a, b, changes)
        const of = (kind: string) => parts.filter((part) => part.kind === kind)
        expect(saidOutside(doc, of('gone'))).toBe(saidOutside(b, []))
        expect(saidOutside(doc, of('come'))).toBe(saidOutside(a, []))
        expect(new Set(parts.map(({ change }) => change))).toEqual(new Set(changes.keys()))
      }),
      { seed: 41, numRuns: 400 },
    )
  })
})

describe('who wrote what stands in a doc', () => {
  test('is known of every letter and every block, whatever there is', () => {
    fc.assert(
      fc.property(anyDoc, (made) => {
        const doc = new Y.Doc()
        Y.applyUpdate(doc, newDocUpdate({ title: '', body: made.toJSON() }))
        const node = yXmlFragmentToProseMirrorRootNode(docBody(doc), docSchema())
        const covered = new Set<number>()
        for (const { from, to } of writtenIn(docBody(doc), node)) {
          for (let at = from; at < to; at++) covered.add(at)
        }
        node.descendants((inner, at) => {
          const letters = inner.isText ? [...Array(inner.nodeSize).keys()] : [0]
          for (const i of letters) expect(covered.has(at + i)).toBe(true)
        })
      }),
      { seed: 42, numRuns: 200 },
    )
  })

  test('is told by where it stands, most of it first; marks count, neighbours do not', () => {
    const doc = new Y.Doc()
    doc.clientID = 1
    const text = new Y.XmlText()
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [text])
    docBody(doc).insert(0, [paragraph])
    text.insert(0, 'ann ben', {})
    const node = yXmlFragmentToProseMirrorRootNode(docBody(doc), docSchema())
    const clock = text._start?.id.clock ?? 0
    const index = indexOfWriters([
      [1, clock, 4, 0],
      [1, clock + 4, 3, 1],
    ])
    const written = writtenIn(docBody(doc), node)
    expect(writersBetween(written, index, 1, 4)).toEqual([0])
    expect(writersBetween(written, index, 5, 8)).toEqual([1])
    expect(writersBetween(written, index, 1, 8)).toEqual([0, 1])
    expect(writersBetween(written, index, 4, 8)).toEqual([1, 0])
    text.format(4, 3, { bold: {} })
    const marked = writtenIn(docBody(doc), node)
    expect(writersBetween(marked, indexOfWriters([[1, clock + 7, 9, 2]]), 5, 8)).toEqual([2])
  })
})
