import type { WriteJob } from '../exchange/jobs'

export const makeWriteJob = (wish: Partial<WriteJob>): WriteJob => ({
  kind: 'write',
  format: 'md',
  title: '',
  body: { type: 'doc', content: [{ type: 'paragraph' }] },
  facts: {},
  files: [],
  people: {},
  words: { page: 'Page {page} of {pages}', untitled: 'Untitled doc' },
  language: 'en',
  origin: 'https://atelier.example',
  ...wish,
})
