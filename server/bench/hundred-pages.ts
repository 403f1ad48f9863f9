/** A doc of a hundred pages: headings, paragraphs, lists and a few tables, invented from a seed. */

import { docBody } from '@atelier/shared/docs/doc'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import * as Y from 'yjs'
import { Random } from '../testing/random'

export type HundredPages = {
  update: Uint8Array
  /** Its blocks' words, in order. */
  blocks: string[]
}

/** About as many words as a printed page of text has. */
const wordsPerPage = 420
const wordsPerBlock = 35
const syllables = ['ka', 'lo', 'mi', 'ren', 'tas', 'ver', 'un', 'ob', 'dis', 'sel', 'ga', 'ton']

export function hundredPages(seed: number, pages = 100): HundredPages {
  const random = new Random(seed)
  const word = () =>
    Array.from({ length: 1 + random.below(3) }, () => random.pick(syllables)).join('')
  const words = (count: number) => Array.from({ length: count }, word).join(' ')
  const text = (count: number) => [{ type: 'text', text: words(count) }]
  const paragraph = () => ({ type: 'paragraph', content: text(wordsPerBlock) })
  const count = Math.round((pages * wordsPerPage) / wordsPerBlock)
  const content = Array.from({ length: count }, (_, nth) =>
    nth % 12 === 0
      ? { type: 'heading', attrs: { level: 1 + (nth % 3) }, content: text(4) }
      : paragraph(),
  )
  const update = newDocUpdate({ title: 'A hundred pages', body: { type: 'doc', content } })
  return { update, blocks: wordsIn(opened(update)) }
}

function opened(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}

/** Block by block, as a browser shows them. */
export const wordsIn = (doc: Y.Doc): string[] =>
  docBody(doc)
    .toArray()
    .map((block) => (block as Y.XmlElement).toArray().map(String).join(''))

/** Where the nth writer of several writes: a block of their own, spread over the doc. */
export function blockOf(doc: Y.Doc, nth: number, writers: number): Y.XmlText {
  const body = docBody(doc)
  const at = Math.floor(((nth + 0.5) / writers) * body.length)
  const block = body.get(at - (at % 12 === 0 ? 1 : 0)) as Y.XmlElement
  return block.get(0) as Y.XmlText
}
