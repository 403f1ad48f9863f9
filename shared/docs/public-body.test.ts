import { expect, test } from 'vitest'
import { newDocUpdate } from './new-doc'
import { publicBody } from './public-body'

const id = '00000000-0000-4000-8000-000000000001'
const secret = '00000000-0000-4000-8000-00000000abcd'

test('what leaves the house names things by their words, and by nothing to ask for more with', () => {
  const body = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Ask ' },
          { type: 'mention', attrs: { kind: 'person', id: secret, label: 'Ana' } },
          { type: 'mention', attrs: { kind: 'doc', id: secret, label: 'The plan' } },
          {
            type: 'mention',
            attrs: { kind: 'card', id: secret, boardId: secret, label: 'A card' },
          },
          { type: 'mention', attrs: { kind: 'date', id: '2026-11-26' } },
        ],
      },
      { type: 'embed', attrs: { kind: 'board', roomId: secret, label: 'Our board' } },
      { type: 'embed', attrs: { kind: 'doc', roomId: secret } },
      {
        type: 'taskList',
        content: [
          {
            type: 'taskItem',
            attrs: { checked: true, assignee: secret, due: '2026-12-01' },
            content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Do it' }] }],
          },
        ],
      },
      { type: 'picture', attrs: { file: id, alt: 'A part' } },
    ],
  }
  const shown = publicBody(body)
  const said = JSON.stringify(shown)
  expect(said).not.toContain(secret)
  for (const words of ['@Ana', 'The plan', 'A card', '2026-11-26', 'Our board', 'Do it', id]) {
    expect(said).toContain(words)
  }
  expect(() => newDocUpdate({ title: '', body: shown })).not.toThrow()
})

test.each([
  [`/docs/${secret}`, false],
  [`docs/${secret}`, false],
  [`https://atelier.example/boards/${secret}?card=x`, false],
  [`HTTPS://ATELIER.EXAMPLE:443/docs/${secret}`, false],
  ['/public/a-token-that-was-given', true],
  ['#a-heading', true],
  ['https://elsewhere.example/docs/1', true],
  ['mailto:ana@elsewhere.example', true],
])('of a link to %s the words are left, and the link: %s', (href, stays) => {
  const text = {
    type: 'text',
    text: 'here',
    marks: [{ type: 'bold' }, { type: 'link', attrs: { href } }],
  }
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [text] }] }
  const said = JSON.stringify(publicBody(body, ['https://atelier.example']))
  expect(said).toContain('here')
  expect(said).toContain('bold')
  expect(said.includes(href)).toBe(stays)
  expect(said.includes('"link"')).toBe(stays)
})
