// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { i18n, startI18n } from '../i18n/i18n'
import type { RoomState } from '../sync/room'
import type { EntryFacts } from './entry-facts'
import { SectionClosed } from './section-closed'

beforeAll(async () => {
  await startI18n('en')
  await i18n.loadNamespaces(['journals', 'sync'])
})
afterEach(cleanup)

const state: Extract<RoomState, { kind: 'closed' }> = {
  ...{ kind: 'closed', reason: 'noAccess', changes: 0, onDevice: false, refused: null },
  forgetRefused: () => undefined,
}
const anna = { id: 'anna', name: 'Anna Berg' }
const facts = (wish: object) =>
  ({ isAuthor: false, author: anna, ...wish }) as unknown as EntryFacts

test.each([
  ['they go on, and she has it back', { mentorship: { state: 'active' } }, /Anna Berg has taken/],
  ['they rest, and she has it back', { mentorship: { state: 'paused' } }, /Anna Berg has taken/],
  ['it has ended, and nobody took anything', { mentorship: { state: 'ended' } }, /^You are not in/],
  ['who reads has left the circle', { mentorship: null, author: null }, /^You are not in/],
  ['who writes erased it', { isAuthor: true, author: null }, /^This section is not there/],
])('says why it is closed: %s', async (_, wish, words) => {
  render(<SectionClosed facts={facts(wish)} state={state} />)
  expect((await screen.findByRole('status')).textContent).toMatch(words)
})
