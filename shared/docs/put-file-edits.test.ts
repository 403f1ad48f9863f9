import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { docBody } from './doc'
import { docOf, newDocUpdate, readDocFrom } from './new-doc'
import { putFile } from './put-file-edits'

const picture = {
  id: '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c01',
  name: 'a.png',
  mime: 'image/png',
  size: 3,
  width: 40,
  height: 30,
}
const plan = { ...picture, name: 'plan.pdf', mime: 'application/pdf', width: null, height: null }
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

function textOf(...content: object[]) {
  const doc = docOf(newDocUpdate({ title: '', body: { type: 'doc', content } }))
  const body = docBody(doc)
  const placeIn = (parent: Y.XmlFragment, index: number) =>
    Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(parent, index))
  const read = () => readDocFrom(Y.encodeStateAsUpdate(doc)).body.content ?? []
  const types = () => read().map(({ type }) => type)
  return { body, placeIn, read, types }
}

it('a file stands in its place, as the editor would have put it there', () => {
  const { body, placeIn, read } = textOf(paragraph('one'), paragraph('two'))
  const place = placeIn(body, 1)
  body.insert(0, [new Y.XmlElement('paragraph')])
  putFile(body, place, picture)
  putFile(body, place, plan)
  expect(read()[2]).toMatchObject({
    type: 'picture',
    attrs: { file: picture.id, pixelWidth: 40, pixelHeight: 30, align: 'center' },
  })
})

it('what is no picture stands there with its name and size', () => {
  const { body, placeIn, read } = textOf(paragraph('one'))
  putFile(body, placeIn(body, 0), plan)
  expect(read()[0]).toMatchObject({
    type: 'attachment',
    attrs: { file: plan.id, name: 'plan.pdf', mime: 'application/pdf', size: 3 },
  })
})

it('inside of a box it stays inside, and goes to the end once the box is gone', () => {
  const box = { type: 'callout', content: [paragraph('in'), paragraph('side')] }
  const { body, placeIn, read, types } = textOf(box, paragraph('after'))
  const place = placeIn(body.get(0) as Y.XmlElement, 1)
  putFile(body, place, picture)
  expect(read()[0]?.content?.map(({ type }) => type)).toEqual(['paragraph', 'picture', 'paragraph'])
  body.delete(0, 1)
  putFile(body, place, picture)
  expect(types()).toEqual(['paragraph', 'picture'])
})

it('it never stands there twice, nor in the middle of words', () => {
  const { body, placeIn, types } = textOf(paragraph('one'), paragraph('two'))
  putFile(body, placeIn(body.get(0) as Y.XmlElement, 0), picture)
  putFile(body, placeIn(body, 0), picture)
  expect(types()).toEqual(['paragraph', 'paragraph', 'picture'])
})
