// @vitest-environment happy-dom
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import { Editor } from '@tiptap/core'
import { expect, it } from 'vitest'
import { docViews } from './doc-views'
import { versionDifference } from './version-difference'
import { VersionMarks } from './version-marks'
import { readVersion } from './version-text'

const version = (rows: string[][]) => {
  const content = rows.map((cells) => ({
    type: 'tableRow',
    content: cells.map((words) => ({
      type: 'tableCell',
      content: [{ type: 'paragraph', content: words ? [{ type: 'text', text: words }] : [] }],
    })),
  }))
  const body = { type: 'doc', content: [{ type: 'table', content }] }
  return readVersion(newDocUpdate({ title: 'Scrap', body }))
}

const nobody = { people: [], written: [], deleted: [] }

it('a column is one change to go to, a row another, and each of their cells says which', () => {
  const before = version([
    ['Part', 'Scrap'],
    ['Door', '12'],
    ['Lid', '7'],
  ])
  const after = version([
    ['Part', 'Scrap', 'Who'],
    ['Door', '12', ''],
    ['Hinge', '3', ''],
    ['Handle', '1', ''],
  ])
  const difference = versionDifference(before, after, nobody)
  expect(difference.changes.map(({ kind, lines }) => [kind, lines])).toEqual([
    ['insertion', { of: 'column', count: 1 }],
    ['replacement', { of: 'row', count: 2 }],
  ])
  const editor = new Editor({
    extensions: [
      ...docExtensions(undefined, docViews),
      VersionMarks.configure({ difference, say: (change) => `change ${change}` }),
    ],
    content: difference.merged.doc.toJSON(),
  })
  const { dom } = editor.view
  const heard = [...dom.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => cell.querySelector('.sr-only')?.textContent?.trim() ?? ''),
  )
  expect(heard).toEqual([
    ['', '', 'change 0'],
    ['', '', 'change 0'],
    ['change 1', '', ''],
    ['change 1', '', ''],
    ['change 1', '', ''],
  ])
  expect(dom.querySelectorAll('td.version-come[data-change="0"]')).toHaveLength(2)
  editor.destroy()
})
