import { docBody } from '@atelier/shared/docs/doc'
import { Author, newDoc } from '@atelier/shared/suggestions/two-authors'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { inDecidingThread } from './deciding-thread'
import { workOutDecision } from './work-out-decision'

const words = 3_000

/** Somebody who has put a letter before each word. */
function longFork() {
  const author = new Author(newDoc('word '.repeat(words)))
  const text = (docBody(author.fork).get(0) as Y.XmlElement).get(0) as Y.XmlText
  author.fork.transact(() => {
    for (let nth = 0; nth < words; nth++) text.insert(nth * 6, 'x')
  })
  const [doc, fork] = [author.doc, author.fork].map((each) => Y.encodeStateAsUpdate(each))
  const keys = author.suggestions.slice(0, 2).map(({ key }) => key)
  return { doc: doc as Uint8Array, fork: fork as Uint8Array, keys }
}

it('a long fork is decided while everything else goes on, and comes to the same', async () => {
  const wish = { ...longFork(), kind: 'doc', accept: true } as const
  let turns = 0
  const counting = setInterval(() => turns++, 1)
  const decided = await inDecidingThread(wish, 'ada')
  clearInterval(counting)
  expect(turns).toBeGreaterThan(2)
  expect(decided.isSound).toBe(true)
  expect(decided.decided).toEqual(workOutDecision(wish).decided)
  expect(decided.decided.map(({ inserted }) => inserted)).toEqual(['x', 'x'])
})
