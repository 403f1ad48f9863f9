import { expect, it } from 'vitest'
import { isOnAgenda } from './on-agenda'

const asked = (threadId: string, isDone: boolean) => [
  { question: { threadId, entryId: 'e', sectionId: 's', isSettled: false }, isDone },
]

it('a question waits on the agenda until it is settled, or nobody meets any more', () => {
  for (const state of ['active', 'paused'] as const)
    expect(isOnAgenda({ state }, asked('t', false), 't')).toBe(true)
  expect(isOnAgenda({ state: 'active' }, asked('t', true), 't')).toBe(false)
  expect(isOnAgenda({ state: 'active' }, asked('other', false), 't')).toBe(false)
  expect(isOnAgenda({ state: 'ended' }, asked('t', false), 't')).toBe(false)
  expect(isOnAgenda(null, asked('t', false), 't')).toBe(false)
})
