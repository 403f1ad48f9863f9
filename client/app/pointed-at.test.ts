// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchPointedAt } from './pointed-at'

const tell = vi.fn<(path: string) => void>()
let stop: () => void

beforeEach(() => {
  document.body.innerHTML = `
    <a id="here" href="/boards/1?card=2"><span>Scrap</span></a>
    <a id="elsewhere" href="https://elsewhere.example/boards/1">Elsewhere</a>
    <button>Nothing</button>`
  stop = watchPointedAt(tell)
})
afterEach(() => {
  stop()
  tell.mockReset()
})

const find = (what: string) => document.querySelector<HTMLElement>(what)
const pointAt = (what: string) =>
  find(what)?.dispatchEvent(new Event('pointerover', { bubbles: true }))

test('a link is told as soon as it is pointed at, anywhere on it', () => {
  pointAt('#here span')
  expect(tell.mock.calls).toEqual([['/boards/1']])
})

test('and when the keyboard comes to it', () => {
  find('#here')?.focus()
  expect(tell.mock.calls).toEqual([['/boards/1']])
})

test('links to other sites and what is no link are not told', () => {
  pointAt('#elsewhere')
  pointAt('button')
  pointAt('body')
  expect(tell).not.toHaveBeenCalled()
})

test('nothing is told after the end', () => {
  stop()
  pointAt('#here')
  expect(tell).not.toHaveBeenCalled()
})
