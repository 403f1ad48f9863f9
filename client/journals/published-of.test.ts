import type { OwnPublication } from '@atelier/shared/publications/publication'
import { expect, it } from 'vitest'
import { standingOf } from './published-of'

const publication = (id: string, project: string | null, rest: Partial<OwnPublication> = {}) =>
  ({
    ...{ id, outcome: null, shownAs: 'anonymous', withdrawnAt: null },
    publishedAt: '2026-11-20T08:00:00.000Z',
    project: project === null ? null : { id: project, title: project },
    parts: [{ sectionId: 's', words: 'I asked.', isQuote: true }],
    ...rest,
  }) satisfies OwnPublication

it('a section says once of each project that words of it stand there, as long as they do', () => {
  const all = [
    publication('latest', 'scrap'),
    publication('earlier', 'scrap'),
    publication('unread', null),
    publication('unread too', null),
    publication('gone', 'handover', { withdrawnAt: '2026-11-21T08:00:00.000Z' }),
    publication('other', 'shift', {
      parts: [{ sectionId: 'another', words: 'Not this.', isQuote: false }],
    }),
  ]
  expect(standingOf(all, 's').map(({ id }) => id)).toEqual(['latest', 'unread'])
  expect(standingOf(all, 'neither')).toEqual([])
})
