// @vitest-environment happy-dom
import { docTitle } from '@atelier/shared/docs/doc'
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import { writeHostile } from '@atelier/shared/docs/testing-hostile-edits'
import { Editor } from '@tiptap/core'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { docViews } from './doc-views'
import { versionDifference } from './version-difference'
import { VersionMarks } from './version-marks'
import { readVersion } from './version-text'

it('a version can be read and compared whatever stands in it', () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, newDocUpdate({ title: 'Minutes' }))
  const before = Y.encodeStateAsUpdate(doc)
  writeHostile(doc)
  docTitle(doc).insert(0, 'New ')
  const [a, b] = [readVersion(before), readVersion(Y.encodeStateAsUpdate(doc))]
  expect(b.body.textContent).toContain('the end')
  const difference = versionDifference(a, b, { people: [], written: [], deleted: [] })
  expect(difference.changes.length).toBeGreaterThan(0)
  for (const body of [b.body, difference.merged.doc]) {
    const editor = new Editor({
      extensions: [
        ...docExtensions(undefined, docViews),
        VersionMarks.configure({ difference, say: () => 'said' }),
      ],
      content: body.toJSON(),
    })
    expect(editor.view.dom.textContent).toContain('the end')
    expect(editor.view.dom.querySelector('script, iframe, [onerror], [onclick]')).toBe(null)
    editor.destroy()
  }
})
