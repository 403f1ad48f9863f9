// @vitest-environment happy-dom
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import type { FoundReference } from '@atelier/shared/references/reference'
import { QueryClient } from '@tanstack/react-query'
import { Editor } from '@tiptap/core'
import { afterEach, expect, test, vi } from 'vitest'
import { referenceQuery } from './found-reference'
import { mentionView } from './mention-view'
import { type ReferenceDesk, References } from './reference-desk'

const id = '0c0e9b4e-6d0a-4a51-9c2e-0d9b7a4a7f11'
const board = '1c0e9b4e-6d0a-4a51-9c2e-0d9b7a4a7f11'
let editor: Editor
afterEach(() => editor.destroy())

const follow = vi.fn()

/** A line with one mention, of which the server said `found`. */
function show(attrs: Record<string, unknown>, found?: FoundReference | null) {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  if (found !== undefined && typeof attrs.kind === 'string') {
    const kind = attrs.kind as 'doc'
    const reference =
      attrs.kind === 'card' ? { kind: 'card' as const, id: 'c1', boardId: board } : { kind, id }
    queries.setQueryData(referenceQuery(reference).queryKey, found)
  }
  const desk: ReferenceDesk = {
    queries,
    locale: 'en-GB',
    projectId: undefined,
    words: {
      untitled: (kind) => `Untitled ${kind}`,
      denied: 'no access',
      archived: 'archived',
      away: 'elsewhere',
    },
    follow,
    refusePaste: vi.fn(),
    offerEmbed: vi.fn(),
  }
  editor = new Editor({
    extensions: [
      ...docExtensions(undefined, { mention: mentionView }),
      References.configure({ desk }),
    ],
    content: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'mention', attrs }] }],
    },
  })
  const chip = editor.view.dom.querySelector<HTMLElement>('.mention')
  if (!chip) throw new Error('no chip')
  return chip
}

test('a doc is called what it is called now, and leads there', () => {
  const chip = show({ kind: 'doc', id, label: 'Old' }, { kind: 'doc', title: 'New', excerpt: '' })
  expect(chip.textContent).toBe('New')
  expect(chip.getAttribute('href')).toBe(`/docs/${id}`)
  chip.click()
  expect(follow).toHaveBeenCalledWith({ kind: 'doc', id })
})

test('what one may not read keeps its written words, says so, and leads nowhere', () => {
  follow.mockClear()
  const chip = show({ kind: 'board', id, label: 'Salaries' }, null)
  expect(chip.textContent).toBe('Salaries, no access')
  expect(chip.dataset.state).toBe('denied')
  chip.click()
  expect(follow).not.toHaveBeenCalled()
  editor.destroy()
  expect(show({ kind: 'doc', id, label: '' }, null).textContent).toBe('no access')
})

test('a card says where it is, and that it was archived', () => {
  const found = {
    kind: 'card',
    title: 'Ask',
    column: 'Done',
    archived: true,
    board: 'Work',
    boardId: board,
    isAway: false,
  } as const
  const chip = show({ kind: 'card', id: 'c1', boardId: board, label: 'x' }, found)
  expect([chip.textContent, chip.title]).toEqual(['Ask, archived', 'Work › Done · archived'])
  editor.destroy()
  const unknown = { ...found, title: null, archived: false }
  expect(
    show({ kind: 'card', id: 'c1', boardId: board, label: 'Written' }, unknown).textContent,
  ).toBe('Written')
})

test('a card that moved leads to where it is now, by a click too; where one may not go, it says so', () => {
  const there = '2c0e9b4e-6d0a-4a51-9c2e-0d9b7a4a7f11'
  const attrs = { kind: 'card', id: 'c1', boardId: board, label: 'x' }
  const card = { kind: 'card', title: 'Ask', column: 'Do', archived: false } as const
  const chip = show(attrs, { ...card, board: 'Line 3', boardId: there, isAway: false })
  expect([chip.textContent, chip.title, chip.dataset.state]).toEqual([
    ...['Ask', 'Line 3 › Do', 'known'],
  ])
  expect(chip.getAttribute('href')).toBe(`/boards/${there}?card=c1`)
  chip.click()
  expect(follow).toHaveBeenLastCalledWith({ kind: 'card', id: 'c1', boardId: there })
  editor.destroy()
  const left = show(attrs, { ...card, board: 'Work', boardId: board, isAway: true, archived: true })
  expect([left.textContent, left.dataset.state]).toEqual(['Ask, elsewhere', 'away'])
  expect(left.getAttribute('href')).toBe(`/boards/${board}?card=c1`)
})

test('a person has a face in a colour of ours, whatever the room says', () => {
  const chip = show(
    { kind: 'person', id, label: 'Ann' },
    { kind: 'person', name: 'Anna Berg', colour: 'red;background:url(x)' },
  )
  expect(chip.textContent).toBe('ABAnna Berg')
  expect(chip.outerHTML).not.toContain('url(')
})

test.each([
  { kind: 'javascript:alert(1)', id: '"><img src=x onerror=alert(1)>', label: '<b>x</b>' },
  { kind: 'doc', id: '../../etc', label: { toString: 'x' } },
  { kind: 'date', id: '2026-99-99' },
  { kind: 'card', id: 'c1', boardId: 'not one', label: 'x' },
  { kind: {}, id: [], boardId: 1, label: null },
])('attributes that mean nothing are shown as nothing: %j', (attrs) => {
  const chip = show(attrs)
  expect(chip.querySelector('img, b')).toBeNull()
  expect(chip.getAttribute('href')).toBeNull()
})
