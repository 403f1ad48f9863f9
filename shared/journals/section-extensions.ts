import type { Extensions } from '@tiptap/core'
import { type DocViews, type DocWords, docExtensions } from '../docs/doc-extensions'

/** What shows or names what lies elsewhere: pictures, files, cards, people. */
const leftOut = ['picture', 'attachment', 'embed', 'mention', 'tableKit']

/** What a section can contain: a doc’s blocks and marks without these. */
export const sectionExtensions = (words?: DocWords, views?: DocViews): Extensions =>
  docExtensions(words, views).filter(({ name }) => !leftOut.includes(name))
