import type { WriteJob } from '../exchange/jobs'
import { pageWords } from '../exchange/page-words'

export const makeWriteJob = (wish: Partial<WriteJob>): WriteJob => ({
  kind: 'write',
  format: 'md',
  title: '',
  body: { type: 'doc', content: [{ type: 'paragraph' }] },
  facts: {},
  files: [],
  people: {},
  words: pageWords('en'),
  language: 'en',
  origin: 'https://atelier.example',
  ...wish,
})
