// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { forgetWho, rememberWho } from '../offline/remembered-who'
import { forgetUnsent } from '../offline/unsent-words'
import { holdTabDraft, openField, readTabDraft, tabDraftsAt, throwTabDraftAway } from './tab-drafts'

const who = { workspaceId: 'w', personId: 'ada' }
const held = () => Object.fromEntries(tabDraftsAt(who, 'entry:'))

beforeEach(() => rememberWho(who))
afterEach(forgetUnsent)

function isAskedOnLeaving(): boolean {
  const leaving = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(leaving)
  return leaving.defaultPrevented
}

it('nobody closes the tab unasked as long as something is half written', () => {
  expect(isAskedOnLeaving()).toBe(false)
  holdTabDraft(who, 'entry:s:new', 'half')
  expect(isAskedOnLeaving()).toBe(true)
  holdTabDraft(who, 'entry:s:new', null)
  expect(isAskedOnLeaving()).toBe(false)
  holdTabDraft(who, 'entry:s:new', 'half')
  forgetUnsent()
  expect(isAskedOnLeaving()).toBe(false)
})

it('what was thrown away comes back, and takes no words of what was written there since', () => {
  expect(throwTabDraftAway(who, 'entry:s:new')).toBeNull()
  holdTabDraft(who, 'entry:s:new', 'first')
  const putBack = throwTabDraftAway(who, 'entry:s:new')
  expect(readTabDraft(who, 'entry:s:new')).toBeNull()
  holdTabDraft(who, 'entry:s:new', 'second')
  putBack?.()
  expect(held()).toEqual({ 's:new': 'second', 's:new:before': 'first' })
})

it('it does not come back under a field that is open', () => {
  holdTabDraft(who, 'entry:s:new', 'first')
  const putBack = throwTabDraftAway(who, 'entry:s:new')
  const close = openField(who, 'entry:s:new')
  putBack?.()
  expect(held()).toEqual({ 's:new:before': 'first' })
  close()
})

it('nor once whoever wrote it has signed out', () => {
  holdTabDraft(who, 'entry:s:new', 'first')
  const putBack = throwTabDraftAway(who, 'entry:s:new')
  forgetWho()
  putBack?.()
  expect(held()).toEqual({})
})
