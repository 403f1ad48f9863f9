// @vitest-environment happy-dom
import { docBody } from '@atelier/shared/docs/doc'
import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { useTextOf } from './use-text-of'

function paragraph(doc: Y.Doc, words: string) {
  const block = new Y.XmlElement('paragraph')
  block.insert(0, [new Y.XmlText(words)])
  docBody(doc).insert(docBody(doc).length, [block])
}

it('follows what a section says, and remembers it when the section goes', () => {
  const doc = new Y.Doc()
  paragraph(doc, 'One.')
  const { result, rerender } = renderHook(({ doc }) => useTextOf(doc), {
    initialProps: { doc: doc as Y.Doc | null },
  })
  expect(result.current).toContain('One.')
  act(() => paragraph(doc, 'Two.'))
  expect(result.current).toMatch(/One\.\s+Two\./)
  rerender({ doc: null })
  expect(result.current).toContain('Two.')
})
