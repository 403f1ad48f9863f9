import { readBoard } from '@atelier/shared/boards/board'
import { copyCard } from '@atelier/shared/boards/copy-edits'
import { attachFile, detachFile, setCover } from '@atelier/shared/boards/fact-edits'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
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

it('finds what hangs on cards, and their covers, and not what was taken off them', () => {
  const doc = new Y.Doc()
  Y.applyUpdate(
    doc,
    newBoardUpdate({ title: '', columns: ['To do'], cards: [{ title: 'a', column: 'To do' }] }),
  )
  const said = () => namedFiles([Y.encodeStateAsUpdate(doc)]).sort()
  const [card = ''] = readBoard(doc).cards.keys()
  const hang = (id: string) =>
    attachFile(doc, card, { id, name: 'a.png', mime: 'image/png', size: 1, addedAt: '' })
  hang(one)
  hang(two)
  setCover(doc, card, { file: two })
  expect(said()).toEqual([one, two])
  copyCard(doc, card, { column: readBoard(doc).columns[0]?.id ?? '', spot: 'end' })
  detachFile(doc, card, two)
  expect(said()).toEqual([one, two])
  for (const id of readBoard(doc).cards.keys()) detachFile(doc, id, two)
  expect(said()).toEqual([one])
  hang('javascript:alert(1)')
  expect(said()).toEqual([one])
})
