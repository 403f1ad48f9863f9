// @vitest-environment happy-dom
import { readBoard } from '@atelier/shared/boards/board'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { addBlock } from '@atelier/shared/boards/relation-edits'
import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createInstance } from 'i18next'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { afterEach, expect, test, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import words from '../../i18n/en/learning.json'
import ui from '../../i18n/en/ui.json'
import { toastQueue } from '../../ui/toast'
import { BoardDeskProvider, useCard } from '../board-context'
import { relationsOf } from '../board-relations'
import { useBoardDesk } from '../use-board-desk'
import { RelationsSection } from './relations-section'

afterEach(cleanup)

const i18n = createInstance()
await i18n.use(initReactI18next).init({
  lng: 'en',
  resources: { en: { learning: words, ui } },
  interpolation: { escapeValue: false },
})

const openCard = vi.fn()
const nothing = () => {}

function Section({ id }: { id: string }) {
  const card = useCard(id)
  return card && <RelationsSection card={card} />
}

function Board({ doc, id, editable }: { doc: Y.Doc; id: string; editable: boolean }) {
  const me = { id: 'me', name: 'Me', colour: 'teal' as const }
  const room = { name: 'board:x', doc, awareness: new Awareness(doc), access: 'write', me } as const
  const desk = useBoardDesk({
    room,
    people: [],
    outcomes: [],
    editable,
    openCard,
    askWhere: nothing,
    announce: nothing,
  })
  return (
    <BoardDeskProvider value={desk}>
      <Section id={id} />
    </BoardDeskProvider>
  )
}

async function openA(editable = true) {
  const doc = new Y.Doc()
  const cards = ['a card', 'b card', 'c card'].map((title) => ({ title, column: 'To do' }))
  const columns = ['To do', 'Done']
  Y.applyUpdate(doc, newBoardUpdate({ title: 'x', columns, done: ['Done'], cards }))
  const [a = '', b = '', c = ''] = readBoard(doc).columns[0]?.cards.map(({ id }) => id) ?? []
  render(
    <I18nextProvider i18n={i18n}>
      <Board doc={doc} id={a} editable={editable} />
    </I18nextProvider>,
  )
  const relations = () => relationsOf(readBoard(doc).cards)
  return { doc, ids: { a, b, c }, relations, user: userEvent.setup() }
}

async function choose(user: ReturnType<typeof userEvent.setup>, kind: string, typed: string) {
  await user.click(screen.getByRole('button', { name: 'Add relation' }))
  await user.click(screen.getByRole('menuitem', { name: kind }))
  await user.click(await screen.findByRole('textbox'))
  await user.keyboard(`${typed}{Enter}`)
}

test('a card is found by its title and related; what would run in a circle is refused in a sentence', async () => {
  const { ids, relations, user } = await openA()
  await choose(user, 'Is blocked by', 'b')
  expect(relations().blockedBy.get(ids.a)).toEqual([ids.b])
  await choose(user, 'Blocks', 'b')
  expect(screen.getByRole('alert').textContent).toContain('This card already waits for “b card”')
  expect(relations().blocks.get(ids.a)).toBeUndefined()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('a part may be made on the way', async () => {
  const { ids, relations, user } = await openA()
  await choose(user, 'Has parts', 'Something new')
  expect(relations().parts.get(ids.a)).toHaveLength(1)
  expect(screen.getByRole('button', { name: /^Something new/ }).textContent).toContain('To do')
})

test('a relation is followed, taken away, and brought back', async () => {
  const { doc, ids, relations, user } = await openA()
  act(() => void addBlock(doc, ids.b, ids.a))
  await user.click(screen.getByRole('button', { name: /^b card/ }))
  expect(openCard).toHaveBeenCalledWith(ids.b)
  const group = within(screen.getByRole('region', { name: 'Is blocked by' }))
  await user.click(group.getByRole('button', { name: 'Take away the relation to b card' }))
  expect(relations().blockedBy.size).toBe(0)
  expect(document.activeElement?.textContent).toBe('Add relation')
  act(() => toastQueue.visibleToasts[0]?.content.action?.onPress())
  expect(relations().blockedBy.get(ids.a)).toEqual([ids.b])
})

test('cards that wait for each other are told by name, and one of them lets go', async () => {
  const { doc, ids, relations, user } = await openA()
  act(() => {
    const cards = doc.getMap<Y.Map<unknown>>('cards')
    cards.get(ids.a)?.set(`blocks:${ids.b}`, true)
    cards.get(ids.b)?.set(`blocks:${ids.a}`, true)
  })
  const banner = screen.getByRole('status')
  expect(banner.textContent).toMatch(/wait for each other: “[ab] card” and “[ab] card”/)
  await user.click(
    within(banner).getByRole('button', { name: '“a card” need not wait for “b card”' }),
  )
  expect(relations().circles).toEqual([])
  expect(relations().blocks.get(ids.a)).toEqual([ids.b])
})

test('who only reads sees relations and no way to change them', async () => {
  const { doc, ids } = await openA(false)
  expect(screen.queryByText('Relations')).toBeNull()
  act(() => void addBlock(doc, ids.b, ids.a))
  expect(screen.getByRole('region', { name: 'Is blocked by' }).textContent).toContain('b card')
  expect(screen.queryByRole('button', { name: /^(Add|Take)/ })).toBeNull()
})
