import type { JSONContent } from '@tiptap/core'
import type { ExportedEntry, ExportedSection } from './export-contract'

/** A whole journal as one text, as somebody reads it: each entry under its day, each section under its prompt. */
export const bodyOfJournal = (entries: readonly ExportedEntry[]): JSONContent => {
  const content = entries.flatMap(blocksOfEntry)
  return { type: 'doc', content: content.length > 0 ? content : [paragraph('')] }
}

const blocksOfEntry = ({ on, title, sections }: ExportedEntry): JSONContent[] => [
  { type: 'heading', attrs: { level: 1 }, content: textOf(title === '' ? on : title) },
  ...(title === '' ? [] : [paragraph(on)]),
  ...sections.flatMap(blocksOfSection),
]

const blocksOfSection = ({ prompt, body }: ExportedSection): JSONContent[] => [
  ...(prompt === '' ? [] : [{ type: 'blockquote', content: [paragraph(prompt)] }]),
  ...(body.content ?? []),
]

const paragraph = (text: string): JSONContent => ({ type: 'paragraph', content: textOf(text) })

const textOf = (text: string): JSONContent[] => (text === '' ? [] : [{ type: 'text', text }])
