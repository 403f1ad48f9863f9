import { expect, test } from 'vitest'
import { docSchema } from '../docs/new-doc'
import type { ExportedEntry } from './export-contract'
import { bodyOfJournal } from './journal-body'

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const entry = (wish: Partial<ExportedEntry>): ExportedEntry => ({
  ...{ id: 'e', on: '2026-11-27', title: '', mentorshipId: null, begunWith: null },
  sessionId: null,
  ...{ mood: null, energy: null, sections: [], ...wish },
})
const section = (prompt: string, ...content: object[]) => ({
  ...{ id: 's', prompt, audience: 'private' as const, isFrozen: false },
  ...{ sharings: [], isLost: false },
  body: { type: 'doc', content },
})

test('a journal reads as one text: days, prompts and what was written under them', () => {
  const body = bodyOfJournal(
    [
      entry({ title: 'First day', sections: [section('What happened?', paragraph('Much'))] }),
      entry({ on: '2026-11-28', sections: [section('', paragraph('No prompt'))] }),
      entry({ title: 'Lost', sections: [{ ...section('Why?'), isLost: true }] }),
    ],
    'Not to be read',
  )
  expect(body.content).toEqual([
    { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'First day' }] },
    paragraph('2026-11-27'),
    { type: 'blockquote', content: [paragraph('What happened?')] },
    paragraph('Much'),
    { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: '2026-11-28' }] },
    paragraph('No prompt'),
    { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Lost' }] },
    paragraph('2026-11-27'),
    { type: 'blockquote', content: [paragraph('Why?')] },
    paragraph('Not to be read'),
  ])
  expect(() => docSchema().nodeFromJSON(body).check()).not.toThrow()
})

test('an empty one is an empty doc, which every format can be made of', () => {
  for (const entries of [[], [entry({ sections: [section('Why?')] })]])
    expect(() => docSchema().nodeFromJSON(bodyOfJournal(entries, '')).check()).not.toThrow()
})
