/** One file through every way in and out: what it became, and what each format lost of it. */
import { docOf, newDocUpdate } from '@atelier/shared/docs/new-doc'
import { readDoc } from '@atelier/shared/docs/read-body'
import type { ExportFormat } from '@atelier/shared/exchange/exchange'
import { Refusal } from '@atelier/shared/refusals'
import { convert } from '../convert'
import type { Found, FoundDoc, FoundFile } from '../jobs'
import { pageWords } from '../page-words'
import { readImport } from '../reading/read-import'
import { differences, structureOf } from './structure'

export type Row = { doc: string; step: string; said: string }

/** Formats that can be read again; PDF is only written. */
const formats: ExportFormat[] = ['zip', 'docx', 'html', 'pdf']

export async function tryFile(name: string, bytes: Uint8Array): Promise<Row[]> {
  const found = await orSaid(() => readImport({ kind: 'read', name, bytes, untitled: 'Untitled' }))
  if (typeof found === 'string') return [{ doc: '', step: 'read', said: found }]
  const rows: Row[] = found.skipped.map(({ name: of, why }) => ({
    doc: of,
    step: 'read',
    said: why,
  }))
  for (const doc of found.docs) rows.push(...(await tryDoc(doc, found.files)))
  return rows
}

async function tryDoc(doc: FoundDoc, files: readonly FoundFile[]): Promise<Row[]> {
  const rows: Row[] = []
  const say = (step: string, said: string) => said && rows.push({ doc: doc.title, step, said })
  const kept = await orSaid(async () => readDoc(docOf(newDocUpdate(doc))).body)
  if (typeof kept === 'string') return [{ doc: doc.title, step: 'keep', said: kept }]
  say('keep', differences(structureOf(doc.body), structureOf(kept)).join(', '))
  const whole = { ...doc, body: kept }
  for (const format of formats) {
    const back = await orSaid(() => thereAndBack(whole, files, format))
    if (typeof back === 'string') say(format, back)
    else if (back) say(format, differences(structureOf(kept), structureOf(back.body)).join(', '))
  }
  return rows
}

async function thereAndBack(
  { id, title, body }: FoundDoc,
  files: readonly FoundFile[],
  format: ExportFormat,
): Promise<FoundDoc | null> {
  const bytes = (await convert({
    kind: 'write',
    format,
    title,
    body,
    facts: {},
    people: {},
    language: 'en',
    origin: 'https://atelier.example',
    words: pageWords('en'),
    files: files.filter(({ docId }) => docId === id).map(carried),
  })) as Uint8Array
  if (format === 'pdf') return null
  const job = { kind: 'read' as const, name: `x.${format}`, bytes, untitled: 'Untitled' }
  return ((await convert(job)) as Found).docs[0] ?? null
}

const mimes: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg' }

function carried({ id, name, bytes }: FoundFile) {
  const mime = mimes[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
  return { id, name, mime, bytes, isPicture: mime.startsWith('image/') }
}

/** What went wrong in a line: here, that is what one came for. */
async function orSaid<T>(work: () => Promise<T>): Promise<T | string> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal)
      return `refused: ${error.details.fields?.[0]?.problem ?? error.code}`
    return `failed: ${error instanceof Error ? error.stack?.split('\n').slice(0, 3).join(' ') : error}`
  }
}
