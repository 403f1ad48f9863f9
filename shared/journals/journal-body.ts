import type { JSONContent } from '@tiptap/core'
import type { ExportedEntry, ExportedSection } from './export-contract'

/**
 * A whole journal as one text, as somebody reads it: each entry under its day, each section under its prompt. `lost`
 * stands where one could not be read.
 */
export const bodyOfJournal = (entries: readonly ExportedEntry[], lost: string): JSONContent => {
  const content = entries.flatMap((entry) => blocksOfEntry(entry, lost))
  return { type: 'doc', content: content.length > 0 ? content : [paragraph('')] }
}

const blocksOfEntry = ({ on, title, sections }: ExportedEntry, lost: string): JSONContent[] => [
  { type: 'heading', attrs: { level: 1 }, content: textOf(title === '' ? on : title) },
  ...(title === '' ? [] : [paragraph(on)]),
  ...sections.flatMap((section) => blocksOfSection(section, lost)),
]

const blocksOfSection = (
  { prompt, body, isLost }: ExportedSection,
  lost: string,
): JSONContent[] => [
  ...(prompt === '' ? [] : [{ type: 'blockquote', content: [paragraph(prompt)] }]),
  ...(isLost ? [paragraph(lost)] : (body.content ?? [])),
]

const paragraph = (text: string): JSONContent => ({ type: 'paragraph', content: textOf(text) })

const textOf = (text: string): JSONContent[] => (text === '' ? [] : [{ type: 'text', text }])
