// @vitest-environment happy-dom
import { groupNotes } from '@atelier/shared/workshops/group-edits'
import { readWall } from '@atelier/shared/workshops/wall'
import { removeNotes, setNoteText } from '@atelier/shared/workshops/wall-edits'
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { Room } from '../../sync/room'
import { toastQueue } from '../../ui/toast'
import { noteIn, roomWith, show, stages, takeBack } from './wall-kit'
import { WallList, type WallListProps } from './wall-list'

afterEach(() => {
  cleanup()
  localStorage.clear()
  for (const { key } of toastQueue.visibleToasts) toastQueue.close(key)
})

const last = stages.at(-1) ?? null
function open(room: Room, more: Partial<WallListProps> = {}) {
  const page = { stages }
  show(<WallList room={room} page={page} stage={last} editable {...more} />)
  return userEvent.setup()
}
const menuOf = (text: string) =>
  screen.getByRole('button', { name: `Actions for the note “${text}”` })
const section = (name: string) => screen.getByRole('region', { name })
const textsIn = (part: HTMLElement) =>
  within(part)
    .queryAllByRole('article')
    .map((note) => note.getAttribute('aria-label'))
const focusOf = () => document.activeElement?.getAttribute('aria-label')

const someNotes = ['start: Pair', 'start: Ask', 'stop: Wait', 'continue: Share']

test('the wall is read by its topics and groups, each under its own heading', () => {
  const room = roomWith(someNotes)
  const ids = ['Pair', 'Ask'].map((text) => noteIn(room, text)?.id ?? '')
  groupNotes(room.doc, ids, { title: 'Together' })
  open(room)
  const headings = screen.getAllByRole('heading').map(({ tagName, textContent }) => [
    tagName,
    // A group's name is a field.
    textContent || document.querySelector<HTMLTextAreaElement>('h4 textarea')?.value,
  ])
  expect(headings).toEqual([
    ['H3', 'Start'],
    ['H4', 'Together'],
    ['H3', 'Stop'],
    ['H3', 'Continue'],
  ])
  expect(textsIn(section('Together'))).toEqual(['Pair', 'Ask'])
  expect(textsIn(section('Stop'))).toEqual(['Wait'])
})

test('a note that somebody else writes or removes comes and goes at once', () => {
  const room = roomWith(someNotes)
  open(room)
  act(() => void setNoteText(room.doc, noteIn(room, 'Wait')?.id ?? '', 'Wait less'))
  expect(textsIn(section('Stop'))).toEqual(['Wait less'])
  act(() => void removeNotes(room.doc, [noteIn(room, 'Wait less')?.id ?? '']))
  expect(textsIn(section('Stop'))).toEqual([])
})

test('by key alone a note is edited, and the keyboard is on it again', async () => {
  const room = roomWith(someNotes)
  const user = open(room)
  act(() => menuOf('Wait').focus())
  await user.keyboard('e')
  expect(focusOf()).toBe('Words of the note')
  await user.keyboard(' for less{Shift>}{Enter}{/Shift}time{Enter}')
  expect(noteIn(room, 'Wait for less\ntime')).toBeTruthy()
  await waitFor(() => expect(focusOf()).toBe('Actions for the note “Wait for less time”'))
})

test('letters typed in a note are letters, not keys of the list', async () => {
  const room = roomWith(someNotes)
  const user = open(room)
  act(() => menuOf('Wait').focus())
  await user.keyboard('e edged{Escape}')
  expect(noteIn(room, 'Wait edged')).toBeTruthy()
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a note gets another colour and size from its menu', async () => {
  const room = roomWith(someNotes)
  const user = open(room)
  await user.click(menuOf('Wait'))
  await user.click(screen.getByRole('menuitem', { name: /Colour/ }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'Violet' }))
  expect(noteIn(room, 'Wait')?.colour).toBe('violet')
  await user.click(menuOf('Wait'))
  await user.click(screen.getByRole('menuitem', { name: 'Size' }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'Large' }))
  expect(noteIn(room, 'Wait')?.size).toBe('large')
})

test('a note moves to another topic, with its colour, and the keyboard goes along', async () => {
  const room = roomWith(someNotes)
  const user = open(room)
  await user.click(menuOf('Wait'))
  await user.click(screen.getByRole('menuitem', { name: 'Move to a topic' }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'Continue' }))
  expect(textsIn(section('Continue'))).toEqual(['Share', 'Wait'])
  expect(noteIn(room, 'Wait')?.colour).toBe('blue')
  await waitFor(() => expect(focusOf()).toBe('Actions for the note “Wait”'))
})

test('notes become a group with a name, and one is taken out again', async () => {
  const room = roomWith(someNotes)
  const user = open(room)
  act(() => menuOf('Pair').focus())
  await user.keyboard('g')
  await user.type(screen.getByRole('textbox', { name: 'Name of the new group' }), 'Together')
  await user.click(screen.getByRole('checkbox', { name: 'Wait' }))
  await user.click(screen.getByRole('button', { name: 'Put in' }))
  expect(textsIn(section('Together'))).toEqual(['Pair', 'Wait'])
  expect(section('From several topics').contains(section('Together'))).toBe(true)
  await user.click(menuOf('Wait'))
  await user.click(screen.getByRole('menuitem', { name: 'Take out of its group' }))
  expect(textsIn(section('Together'))).toEqual(['Pair'])
  expect(textsIn(section('Stop'))).toEqual(['Wait'])
})

test('a dissolved group leaves its notes, and comes back as it was', async () => {
  const room = roomWith(someNotes)
  groupNotes(room.doc, [noteIn(room, 'Pair')?.id ?? ''], { title: 'Together' })
  const user = open(room)
  await user.click(screen.getByRole('button', { name: 'Actions for the group “Together”' }))
  await user.click(screen.getByRole('menuitem', { name: 'Dissolve the group' }))
  expect(screen.queryByRole('region', { name: 'Together' })).toBeNull()
  expect(textsIn(section('Start'))).toContain('Pair')
  expect(takeBack()).toContain('Together')
  expect(textsIn(section('Together'))).toEqual(['Pair'])
})

test('two notes are connected by their words, and each says with what', async () => {
  const room = roomWith(someNotes)
  const user = open(room)
  act(() => menuOf('Pair').focus())
  await user.keyboard('c')
  await user.type(screen.getByRole('combobox', { name: 'Note or group' }), 'sha')
  await user.click(await screen.findByRole('option', { name: 'Share' }))
  await user.click(screen.getByRole('button', { name: 'Connect' }))
  const said = [...document.querySelectorAll('article .wall-linked')]
  expect(said.map(({ textContent }) => textContent)).toEqual([
    'Connected with “Share”',
    'Connected with “Pair”',
  ])
  expect(readWall(room.doc).links).toHaveLength(1)
})

test('a note goes down and up among its neighbours by key', async () => {
  const room = roomWith(someNotes)
  const user = open(room)
  act(() => menuOf('Pair').focus())
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  expect(textsIn(section('Start'))).toEqual(['Ask', 'Pair'])
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  expect(textsIn(section('Start'))).toEqual(['Pair', 'Ask'])
  expect(focusOf()).toBe('Actions for the note “Pair”')
})

test('a note that is removed gives the keyboard to the next, and can be put back', async () => {
  const room = roomWith(someNotes)
  const user = open(room)
  act(() => menuOf('Pair').focus())
  await user.keyboard('{Delete}')
  expect(textsIn(section('Start'))).toEqual(['Ask'])
  expect(focusOf()).toBe('Actions for the note “Ask”')
  expect(takeBack()).toBe('“Pair” removed')
  expect(textsIn(section('Start'))).toEqual(['Pair', 'Ask'])
})

test('a note is added to its topic, one after the other', async () => {
  const room = roomWith([])
  const user = open(room)
  await user.click(screen.getByRole('button', { name: 'Add a note to “Stop”' }))
  await user.keyboard('One{Enter}Two{Enter}')
  expect(textsIn(section('Stop'))).toEqual(['One', 'Two'])
  expect(noteIn(room, 'Two')).toMatchObject({ topic: 'stop', colour: 'pink', stage: 'ideate' })
})

test('undo takes back the last step on the wall, and says when there is none', async () => {
  const room = roomWith(someNotes)
  const user = open(room)
  act(() => menuOf('Pair').focus())
  await user.keyboard('{Delete}')
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(textsIn(section('Start'))).toEqual(['Pair', 'Ask'])
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(toastQueue.visibleToasts[0]?.content.text).toBe('There is nothing of yours to undo')
})

test('whoever may only read has no button that changes anything', () => {
  open(roomWith(someNotes, 'read'), { editable: false })
  expect(screen.getAllByRole('article')).toHaveLength(4)
  expect(screen.queryAllByRole('button')).toEqual([])
  expect(screen.queryAllByRole('textbox')).toEqual([])
})

test('after the vote the list is in the order of dots', () => {
  const room = roomWith(someNotes)
  const id = (text: string) => noteIn(room, text)?.id ?? ''
  open(room, { totals: { [id('Share')]: 4, [id('Wait')]: 2 } })
  expect(textsIn(section('By votes'))).toEqual(['Share', 'Wait', 'Pair', 'Ask'])
})

test('only whoever wrote a note can put their name to it', async () => {
  const room = roomWith(someNotes)
  const signed: unknown[] = []
  const own = {
    ids: new Set([noteIn(room, 'Wait')?.id ?? '']),
    sign: (...said: unknown[]) => void signed.push(said),
  }
  const user = open(room, { own })
  await user.click(menuOf('Pair'))
  expect(screen.queryByRole('menuitem', { name: 'Put my name to it' })).toBeNull()
  await user.keyboard('{Escape}')
  await user.click(menuOf('Wait'))
  await user.click(screen.getByRole('menuitem', { name: 'Put my name to it' }))
  expect(signed).toEqual([[noteIn(room, 'Wait')?.id, true]])
})
