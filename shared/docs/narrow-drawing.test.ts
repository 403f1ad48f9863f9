import { Fragment, type Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import { changedBlocks } from './narrow-drawing'
import { docSchema } from './new-doc'

const schema = docSchema()
const block = (words: string) => schema.node('paragraph', null, schema.text(words))
const docOf = (blocks: readonly Node[]) => schema.node('doc', null, [...blocks])

const fates = {
  stays: (before: Node) => [before],
  changes: () => [block('changed')],
  goes: () => [],
  'is joined by another': (before: Node) => [before, block('new')],
}
type Fate = keyof typeof fates
const all = Object.keys(fates) as Fate[]
const three = all.flatMap((one) => all.flatMap((two) => all.map((third) => [one, two, third])))

it.each(three)('first block %s, second %s, third %s', (...given) => {
  const before = ['one', 'two', 'three'].map(block)
  const after = before.flatMap((each, nth) => fates[given[nth] as Fate](each))
  if (after.length === 0) after.push(block('anything'))
  const state = EditorState.create({ doc: docOf(before) })
  const changed = changedBlocks(state.doc.content, Fragment.from(after))
  const drawn = state.tr
  if (changed) drawn.replace(changed.from, changed.to, changed.slice)
  expect(drawn.doc.eq(docOf(after))).toBe(true)
  expect(changed === null).toBe(given.every((fate) => fate === 'stays'))
  if (changed && given[0] === 'stays') expect(changed.from).toBeGreaterThan(0)
  if (changed && given[2] === 'stays') expect(changed.to).toBeLessThan(state.doc.content.size)
})
