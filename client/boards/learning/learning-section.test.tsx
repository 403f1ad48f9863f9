// @vitest-environment happy-dom
import { readBoard } from '@atelier/shared/boards/board'
import { moveCard } from '@atelier/shared/boards/card-edits'
import { addAssignee } from '@atelier/shared/boards/fact-edits'
import {
  askWhatWasLearned,
  writeLearned,
  writeLearningGoal,
} from '@atelier/shared/boards/learning-edits'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createInstance } from 'i18next'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { afterEach, expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import words from '../../i18n/en/learning.json'
import ui from '../../i18n/en/ui.json'
import { BoardDeskProvider, useCard } from '../board-context'
import { useBoardDesk } from '../use-board-desk'
import { LearningSection } from './learning-section'

afterEach(cleanup)

const i18n = createInstance()
await i18n.use(initReactI18next).init({
  lng: 'en',
  resources: { en: { learning: words, ui } },
  interpolation: { escapeValue: false },
})

const nothing = () => {}

function Section({ id }: { id: string }) {
  const card = useCard(id)
  return card && <LearningSection card={card} />
}

function Board({ doc, id, editable }: { doc: Y.Doc; id: string; editable: boolean }) {
  const me = { id: 'me', name: 'Me', colour: 'teal' as const }
  const room = { name: 'board:x', doc, awareness: new Awareness(doc), access: 'write', me } as const
  const desk = useBoardDesk({
    room,
    people: [],
    outcomes: [],
    editable,
    openCard: nothing,
    askWhere: nothing,
    announce: nothing,
  })
  return (
    <BoardDeskProvider value={desk}>
      <Section id={id} />
    </BoardDeskProvider>
  )
}

function open(editable = true) {
  const doc = new Y.Doc()
  const cards = [{ title: 'a', column: 'To do' }]
  const columns = ['To do', 'Done']
  Y.applyUpdate(doc, newBoardUpdate({ title: 'x', columns, done: ['Done'], cards }))
  const [id = ''] = readBoard(doc).cards.keys()
  render(
    <I18nextProvider i18n={i18n}>
      <Board doc={doc} id={id} editable={editable} />
    </I18nextProvider>,
  )
  const learning = () => readBoard(doc).cards.get(id)?.learning
  return { doc, id, learning, user: userEvent.setup() }
}

test('somebody says what they want to learn, and begins to write at once', async () => {
  const { learning, user } = open()
  await user.click(screen.getByRole('button', { name: 'What do you want to learn by doing this?' }))
  await user.keyboard('To weld')
  expect(learning()?.goals).toEqual([{ person: 'me', text: 'To weld', helpers: [] }])
})

test('others read a goal, and offer to help, or not after all', async () => {
  const { doc, id, learning, user } = open()
  act(() => void writeLearningGoal(doc, id, 'ana', 'To weld'))
  expect(screen.getByRole('region', { name: /wants to learn$/ }).textContent).toContain('To weld')
  await user.click(screen.getByRole('button', { name: 'I can help' }))
  expect(learning()?.goals[0]?.helpers).toEqual(['me'])
  await user.click(screen.getByRole('button', { name: 'Do not help after all' }))
  expect(learning()?.goals[0]?.helpers).toEqual([])
})

test('who is asked what they learned may say that it is not now', async () => {
  const { doc, id, learning, user } = open()
  act(() => void askWhatWasLearned(doc, [id], ['me']))
  expect(screen.getByText('What did you learn?')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Not now' }))
  expect(screen.queryByText('What did you learn?')).toBeNull()
  expect(learning()?.asked).toEqual([])
})

test('whoever did what is done is asked, and nobody else', async () => {
  const { doc, id, learning, user } = open()
  const done = readBoard(doc).columns[1]?.id ?? ''
  act(() => void moveCard(doc, id, { column: done, spot: 'end' }))
  expect(screen.queryByText('This is done. What did you learn?')).toBeNull()
  act(() => void addAssignee(doc, id, 'me'))
  expect(screen.getByText('This is done. What did you learn?')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Write it down' }))
  await user.keyboard('Warm it{Enter}first')
  expect(learning()?.learned).toEqual([{ person: 'me', text: 'Warm it\nfirst' }])
})

test('who only reads sees what was learned, and nothing to press', () => {
  const { doc, id } = open(false)
  expect(screen.queryByText('Learning')).toBeNull()
  act(() => void writeLearned(doc, id, 'ana', 'To wait'))
  expect(screen.getByText('To wait')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})
