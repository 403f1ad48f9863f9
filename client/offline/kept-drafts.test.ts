// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { eraseDrafts, keepDraft, readDraft } from './kept-drafts'

const ada = { workspaceId: 'w', personId: 'ada' }
const ben = { workspaceId: 'w', personId: 'ben' }

afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

test('what was begun is there again, in its own place and for its own person', () => {
  keepDraft(ada, 'doc:new', { text: 'Nearly' })
  expect(readDraft(ada, 'doc:new')).toEqual({ text: 'Nearly' })
  expect(readDraft(ada, 'doc:other')).toBe(null)
  expect(readDraft(ben, 'doc:new')).toBe(null)
  keepDraft(ada, 'doc:new', null)
  expect(readDraft(ada, 'doc:new')).toBe(null)
})

test('signing out takes all of one person’s drafts, and nobody else’s', () => {
  keepDraft(ada, 'a', 'one')
  keepDraft(ada, 'b', 'two')
  keepDraft(ben, 'a', 'three')
  localStorage.setItem('atelier.language', 'de')
  eraseDrafts(ada)
  expect(Object.values({ ...localStorage })).toEqual(['"three"', 'de'])
})

test('a device that keeps nothing, or spoilt it, is no reason to stop', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  localStorage.setItem('atelier.draft:w:ada:a', '{')
  expect(readDraft(ada, 'a')).toBe(null)
  const setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  vi.stubGlobal('localStorage', { setItem })
  keepDraft(ada, 'b', 'two')
  vi.unstubAllGlobals()
  expect(said).toHaveBeenCalledTimes(2)
})
