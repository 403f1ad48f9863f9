import type { AgendaItem } from '@atelier/shared/mentorships/mentoring'
import { describe, expect, test } from 'vitest'
import { withItem } from './use-agenda'

const item = (id: string): AgendaItem => ({
  ...{ id, sessionId: 's', words: id, isDone: false, createdBy: 'mia', question: null },
})
const agenda = ['first', 'second', 'third'].map(item)
const put = (id: string, also: object) =>
  withItem(agenda, { id, words: id, sessionId: 's', isDone: false, ...also })
const ids = (items: readonly AgendaItem[]) => items.map((one) => one.id)

describe('an item of the agenda', () => {
  test('stands where it stood when only its words change', () => {
    const changed = put('second', { words: 'Other', isDone: true })
    expect(ids(changed)).toEqual(['first', 'second', 'third'])
    expect(changed[1]).toMatchObject({ words: 'Other', isDone: true })
  })

  test('goes to the top, or after another', () => {
    expect(ids(put('third', { after: null }))).toEqual(['third', 'first', 'second'])
    expect(ids(put('first', { after: 'second' }))).toEqual(['second', 'first', 'third'])
  })

  test('goes on belonging to whoever wrote it', () => {
    expect(put('third', { after: null })[0]?.createdBy).toBe('mia')
  })
})
