import { docBody } from '@atelier/shared/docs/doc'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { namedFiles } from './named-files'

const one = '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c01'
const two = '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c02'
const picture = (file: string) => ({ type: 'picture', attrs: { file } })

it('finds what a room shows, in boxes and cards as well, and not what was taken out', () => {
  const doc = new Y.Doc()
  const content = [picture(one), { type: 'callout', content: [picture(two)] }]
  Y.applyUpdate(doc, newDocUpdate({ title: '', body: { type: 'doc', content } }))
  const said = () => namedFiles([Y.encodeStateAsUpdate(doc)]).sort()
  expect(said()).toEqual([one, two])
  docBody(doc).delete(1, 1)
  expect(said()).toEqual([one])

  const card = new Y.XmlFragment()
  doc.getMap('cards').set('a', card)
  const shown = new Y.XmlElement('attachment')
  shown.setAttribute('file', two)
  card.insert(0, [shown])
  expect(said()).toEqual([one, two])
  shown.setAttribute('file', 'javascript:alert(1)')
  expect(said()).toEqual([one])
})
