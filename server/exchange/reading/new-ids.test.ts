import { expect, test } from 'vitest'
import { withNewIds } from './new-ids'

const id = (nth: number) => `aaaaaaaa-1111-4111-8111-00000000000${nth}`
const ids = {
  docs: new Map([[id(1), id(2)]]),
  boards: new Map([
    [
      id(3),
      {
        id: id(4),
        columns: new Map([['col', 'newcol']]),
        cards: new Map([['card', 'newcard']]),
      },
    ],
  ]),
  file: () => null,
}

test.each([
  [`/boards/${id(3)}?card=card`, `/boards/${id(4)}?card=newcard`],
  [`/boards/${id(3)}?view=list&card=card`, `/boards/${id(4)}?view=list&card=newcard`],
  [`/boards/${id(3)}?column=col&card=card#x`, `/boards/${id(4)}?column=newcol&card=newcard#x`],
  [`/boards/${id(3)}?card=gone&scard=card`, `/boards/${id(4)}?card=gone&scard=card`],
  [`/boards/${id(3)}#?card=card`, `/boards/${id(4)}#?card=card`],
  [`/docs/${id(1)}?a=b#c`, `/docs/${id(2)}?a=b#c`],
  [`/boards/${id(5)}?card=card`, `/boards/${id(5)}?card=card`],
])('a link to %s leads to what is new', (href, to) => {
  const text = { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }
  const { content } = withNewIds({ type: 'paragraph', content: [text] }, ids)
  expect(content?.[0]?.marks?.[0]?.attrs?.href).toBe(to)
})
