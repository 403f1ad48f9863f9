import type { RuleAction } from '@atelier/shared/boards/rule'
import { expect, test } from 'vitest'
import { draftOf, finished, firstDraft, ruleKinds } from './rule-draft'

const actions: RuleAction[] = [
  { do: 'assign', person: 'ana' },
  { do: 'add-label', label: 'urgent' },
  { do: 'set-due', days: 0 },
  { do: 'ask-learned' },
  { do: 'notify', person: 'ben' },
  { do: 'notify-watchers' },
]

test.each(actions)('%j is the same after somebody looked at it', (action) => {
  expect(finished(draftOf(action))).toEqual(action)
})

test.each(['', '-1', '1.5', '366', '1e2', ' 7'])('%j days are none', (days) => {
  expect(finished({ ...firstDraft(), kind: 'set-due', days })).toBeNull()
})

test('a step that needs somebody or something is not finished without', () => {
  const needing = ruleKinds.filter((kind) => finished({ ...firstDraft(), kind }) === null)
  expect(needing).toEqual(['assign', 'add-label', 'remove-label', 'notify'])
})
