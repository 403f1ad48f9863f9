// @vitest-environment happy-dom
import { readWall } from '@atelier/shared/workshops/wall'
import { noteLetters } from '@atelier/shared/workshops/wall-shape'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { Room, SaveState } from '../../sync/room'
import { unchanging } from '../../sync/watched'
import { toastQueue } from '../../ui/toast'
import { Pad, type PadProps } from './pad'
import { ideate, noteIn, roomWith, show, stages, takeBack } from './wall-kit'
import { WallList } from './wall-list'

afterEach(() => {
  cleanup()
  localStorage.clear()
  for (const { key } of toastQueue.visibleToasts) toastQueue.close(key)
})

type More = Partial<PadProps> & { people?: number; save?: SaveState }
function open(room: Room, { people = 12, save = { kind: 'saved' }, ...more }: More = {}) {
  const page = { stages, people }
  show(<Pad room={room} saving={unchanging(save)} page={page} stage={ideate} {...more} />)
  return userEvent.setup()
}
const field = (topic: string) => screen.getByRole('textbox', { name: `Notes for “${topic}”` })
const textsIn = (topic: string) =>
  within(screen.getByRole('region', { name: topic }))
    .queryAllByRole('article')
    .map((note) => note.getAttribute('aria-label'))

test('Enter adds a note and stays in the field, Shift and Enter begins a new line', async () => {
  const room = roomWith([])
  const user = open(room)
  await user.click(field('Stop'))
  await user.keyboard('One{Shift>}{Enter}{/Shift}and a half{Enter}Two{Enter}{Enter}')
  expect(textsIn('Stop')).toEqual(['Two', 'One and a half'])
  expect(noteIn(room, 'One\nand a half')).toMatchObject({ topic: 'stop', stage: 'ideate' })
  expect(document.activeElement).toBe(field('Stop'))
  expect((field('Stop') as HTMLTextAreaElement).value).toBe('')
})

test('it says who sees this, and that few people can be told apart', () => {
  open(roomWith([]), { people: 4 })
  expect(screen.getByText(/^Only you see what you write here/)).toBeTruthy()
  expect(screen.getByText(/fewer than five people/)).toBeTruthy()
  cleanup()
  open(roomWith([]), { people: 5 })
  expect(screen.queryByText(/fewer than five people/)).toBeNull()
})

test('what is not stored yet is counted', () => {
  open(roomWith([]), { save: { kind: 'offline', changes: 3, onDevice: true } })
  expect(screen.getByRole('button', { name: /3/ })).toBeTruthy()
})

test('one’s own note is edited, recoloured and removed, and removed ones come back', async () => {
  const room = roomWith(['stop: Wait'])
  const user = open(room)
  const menu = () => screen.getByRole('button', { name: /^Actions for the note/ })
  await user.click(menu())
  expect(screen.queryByRole('menuitem', { name: /group/ })).toBeNull()
  await user.click(screen.getByRole('menuitem', { name: /Edit/ }))
  const words = screen.getByRole('textbox', { name: 'Words of the note' })
  await waitFor(() => expect(document.activeElement).toBe(words))
  await user.keyboard(' less{Enter}')
  expect(textsIn('Stop')).toEqual(['Wait less'])
  await user.click(menu())
  await user.click(screen.getByRole('menuitem', { name: /Colour/ }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'Grey' }))
  expect(noteIn(room, 'Wait less')?.colour).toBe('grey')
  await user.click(menu())
  await user.click(screen.getByRole('menuitem', { name: /Remove/ }))
  expect(textsIn('Stop')).toEqual([])
  expect(takeBack()).toBe('“Wait less” removed')
  expect(textsIn('Stop')).toEqual(['Wait less'])
})

test('a note that is emptied goes, and comes back by the message that says so', async () => {
  const room = roomWith(['stop: Wait'])
  const user = open(room)
  await user.click(screen.getByRole('button', { name: 'Edit the note “Wait”' }))
  await user.clear(screen.getByRole('textbox', { name: 'Words of the note' }))
  await user.keyboard('{Enter}')
  expect(readWall(room.doc).notes).toEqual([])
  expect(takeBack()).toBe('The empty note is removed')
  expect(textsIn('Stop')).toEqual(['Empty note'])
})

test('letters are counted when few are left, and too many are not cut in silence', async () => {
  const room = roomWith([])
  const user = open(room)
  const write = (length: number) =>
    fireEvent.change(field('Stop'), { target: { value: 'x'.repeat(length) } })
  write(noteLetters * 0.8 - 1)
  expect(screen.queryByText(/of 600 letters/)).toBeNull()
  write(noteLetters * 0.8)
  expect(screen.getByText('480 of 600 letters')).toBeTruthy()
  write(noteLetters + 1)
  await user.type(field('Stop'), '{Enter}', { skipClick: false })
  expect(readWall(room.doc).notes).toEqual([])
  expect((field('Stop') as HTMLTextAreaElement).value).toHaveLength(noteLetters + 1)
})

test('what is begun is there again after a reload, and on the wall if all was revealed meanwhile', async () => {
  const pad = roomWith([])
  const user = open(pad)
  await user.click(field('Stop'))
  await user.keyboard('Half a thought')
  cleanup()
  open(pad)
  expect((field('Stop') as HTMLTextAreaElement).value).toBe('Half a thought')
  cleanup()
  const wall = roomWith([])
  const revealed = stages.map((stage) => ({ ...stage, revealedAt: '2030-01-01T00:00:00Z' }))
  show(<WallList room={wall} page={{ stages: revealed }} stage={null} editable />)
  await user.click(screen.getByRole('button', { name: 'Add it' }))
  expect(noteIn(wall, 'Half a thought')).toMatchObject({ topic: 'stop' })
  expect(screen.queryByRole('button', { name: 'Add it' })).toBeNull()
})

test('a drawing is made with the pointer, taken back line by line, and said in words', async () => {
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue({
    ...{ left: 0, top: 0, width: 200, height: 200 },
  } as DOMRect)
  const room = roomWith([])
  const drawing = { ...ideate, rules: { drawing: true } }
  const user = open(room, { stage: drawing, page: { stages: [drawing], people: 9 } })
  await user.click(screen.getByRole('button', { name: 'New drawing' }))
  const draw = (...points: [number, number][]) => {
    const surface = screen.getByRole('img')
    const at = ([clientX, clientY]: [number, number]) => ({ clientX, clientY, pointerId: 1 })
    fireEvent.pointerDown(surface, { ...at(points[0] ?? [0, 0]), button: 0 })
    for (const point of points) fireEvent.pointerMove(surface, at(point))
    fireEvent.pointerUp(surface, { pointerId: 1 })
  }
  draw([0, 0], [100, 100], [300, 100])
  await user.click(screen.getByRole('radio', { name: 'Blue' }))
  draw([50, 50])
  const [note] = readWall(room.doc).notes
  expect(note?.drawing.map(({ ink, points }) => [ink, points])).toEqual([
    ['ink', [0, 0, 500, 500, 1000, 500]],
    ['blue', [250, 250]],
  ])
  await user.click(screen.getByRole('button', { name: 'Take back the last line' }))
  expect(screen.getByRole('img', { name: /^Drawing, 1 line\./ })).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: 'Words of the note' }), 'A bridge')
  await user.click(screen.getByRole('button', { name: 'Done' }))
  expect(screen.getByRole('article', { name: 'A bridge' }).querySelector('path')).toBeTruthy()
})

test('a drawing that was begun and left empty leaves no note', async () => {
  const room = roomWith([])
  const drawing = { ...ideate, rules: { drawing: true } }
  const user = open(room, { stage: drawing, page: { stages: [drawing], people: 9 } })
  await user.click(screen.getByRole('button', { name: 'New drawing' }))
  await user.keyboard('{Escape}')
  expect(readWall(room.doc).notes).toEqual([])
})

test('who may not write at the moment reads what they wrote', () => {
  open(roomWith(['stop: Wait'], 'read'))
  expect(textsIn('Stop')).toEqual(['Wait'])
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.getByText(/Nobody writes here at the moment/)).toBeTruthy()
})
