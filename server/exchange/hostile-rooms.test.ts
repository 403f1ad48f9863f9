import { newDocUpdate, readDocFrom } from '@atelier/shared/docs/new-doc'
import { writeHostile } from '@atelier/shared/docs/testing-hostile-edits'
import { exportFormats } from '@atelier/shared/exchange/exchange'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { makeWriteJob } from '../testing/make-write-job'
import { convert } from './convert'
import { publicText } from './public-text'

function hostileUpdate(): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, newDocUpdate({ title: 'Minutes' }))
  writeHostile(doc)
  return Y.encodeStateAsUpdate(doc)
}
const update = hostileUpdate()

it('whatever stands in a room can be read by a public link', () => {
  expect(publicText(update, ['https://atelier.example']).json).toContain('the end')
})

it.each(exportFormats)('whatever stands in a room goes out as %s', async (format) => {
  const bytes = (await convert(makeWriteJob({ ...readDocFrom(update), format }))) as Uint8Array
  expect(bytes.length).toBeGreaterThan(100)
})
