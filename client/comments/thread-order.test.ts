import type { CommentThread } from '@atelier/shared/comments/comment'
import { describe, expect, it } from 'vitest'
import { inOrder, isShown } from './thread-order'

const thread = (id: string, wish: Partial<CommentThread> = {}): CommentThread => ({
  ...{ id, anchor: 'AQ==', quote: '', createdBy: 'x', resolved: null, comments: [] },
  createdAt: `2026-11-26T10:00:0${id}.000Z`,
  ...wish,
})

describe('threads', () => {
  it('are read as the text is: the whole, its words in order, then what is gone', () => {
    const places: Record<string, number> = { 1: 40, 2: 7, 5: 7 }
    const threads = [
      ...[thread('1'), thread('2'), thread('3'), thread('4', { anchor: null })],
      ...[thread('5'), thread('0')],
    ]
    const found = inOrder(threads, (id) => places[id] ?? null)
    expect(found.map(({ thread: { id }, standing: { kind } }) => [id, kind])).toEqual([
      ['4', 'whole'],
      ['2', 'there'],
      ['5', 'there'],
      ['1', 'there'],
      ['0', 'gone'],
      ['3', 'gone'],
    ])
  })

  it('are shown open, resolved or all', () => {
    const done = thread('1', { resolved: { at: '', by: 'x' } })
    const shown = (one: CommentThread) =>
      (['open', 'resolved', 'all'] as const).filter((filter) => isShown(filter, one))
    expect(shown(thread('1'))).toEqual(['open', 'all'])
    expect(shown(done)).toEqual(['resolved', 'all'])
  })
})
