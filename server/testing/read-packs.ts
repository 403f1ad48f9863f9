/** Packs that somebody may bring, made of texts; and what came of them, as a reader would say it. */
import { markdownFromBody } from '@atelier/shared/docs/markdown-from-body'
import type { Found } from '../exchange/jobs'
import { readImport } from '../exchange/reading/read-import'
import { zipOf } from '../exchange/zip-out'

const encoder = new TextEncoder()
export const packed = (files: Record<string, string | Uint8Array>) =>
  zipOf(
    Object.entries(files).map(([name, content]) => ({
      name,
      bytes: typeof content === 'string' ? encoder.encode(content) : content,
    })),
  )
export const read = (bytes: Uint8Array, name = 'x.zip'): Promise<Found> =>
  readImport({ kind: 'read', name, bytes, untitled: 'Untitled' })

/** Each doc as `title < title of what it stands under`. */
export function tree({ docs }: Found): string[] {
  const titles = new Map(docs.map(({ id, title }) => [id, title]))
  return docs.map(({ title, parent }) =>
    parent === null ? title : `${title} < ${titles.get(parent)}`,
  )
}

/** As Markdown in which ids are titles and names. */
export function written(found: Found, title: string): string {
  const doc = found.docs.find((one) => one.title === title)
  const names = new Map([
    ...found.docs.map(({ id, title }) => [id, title] as const),
    ...found.files.map(({ id, name }) => [id, name] as const),
  ])
  return markdownFromBody(doc?.body ?? {})
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => names.get(id) ?? '?')
    .trim()
}
