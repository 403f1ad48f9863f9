import type { JSONContent } from '@tiptap/core'
import type { ExportedEntry, ExportedJournal, ExportedSection } from './export-contract'
import { annexOfJournal } from './journal-annex'
import { blocksOfMargin } from './journal-margin'
import { heading, paragraph, type Telling, textOf } from './journal-words'

/**
 * A whole journal as one text, as somebody reads it: each entry under its day, each section under its prompt and above
 * what was said in its margin; then what was agreed, looked back on and asked by.
 */
export const bodyOfJournal = (journal: ExportedJournal, telling: Telling): JSONContent => {
  const content = [
    ...journal.entries.flatMap((entry) => blocksOfEntry(entry, telling)),
    ...annexOfJournal(journal, telling),
  ]
  return { type: 'doc', content: content.length > 0 ? content : [paragraph()] }
}

const blocksOfEntry = ({ on, title, sections }: ExportedEntry, telling: Telling): JSONContent[] => [
  heading(1, title === '' ? on : title),
  ...(title === '' ? [] : [paragraph(...textOf(on))]),
  ...sections.flatMap((section) => blocksOfSection(section, telling)),
]

const blocksOfSection = (
  { prompt, body, isLost, margin }: ExportedSection,
  telling: Telling,
): JSONContent[] => [
  ...(prompt === '' ? [] : [{ type: 'blockquote', content: [paragraph(...textOf(prompt))] }]),
  ...(isLost ? [paragraph(...textOf(telling.words.lost))] : (body.content ?? [])),
  ...blocksOfMargin(margin, telling),
]
