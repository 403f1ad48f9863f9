import type { Actor } from '@atelier/shared/access/can'
import { readDocFrom } from '@atelier/shared/docs/new-doc'
import type { ExportFormat } from '@atelier/shared/exchange/exchange'
import type { Language } from '@atelier/shared/people/choices'
import type { Deps } from '../http/deps'
import type { ExchangeThread } from './exchange-thread'
import { exportedThreads } from './exported-threads'
import { carriedFiles, namesIn, readRoom } from './gather-doc'
import { pageWords } from './page-words'

export type WriteWish = {
  actor: Actor
  docId: string
  format: ExportFormat
  language: Language
  origin: string
  /** Only Word has a place for them. */
  withComments: boolean
}

/** One doc as a file of its own, with all that is in it. Rights are the caller’s business. */
export async function writeDoc(
  deps: Deps,
  thread: ExchangeThread,
  { actor, docId, format, language, origin, withComments }: WriteWish,
): Promise<{ title: string; bytes: Uint8Array<ArrayBuffer> }> {
  const update = await readRoom(deps, docId)
  const doc = readDocFrom(update)
  const job = {
    kind: 'write' as const,
    format,
    ...doc,
    facts: { source: `${origin}/docs/${docId}` },
    threads: withComments ? await exportedThreads(deps.db, docId, update) : [],
    files: await carriedFiles(deps, docId, doc),
    people: await namesIn(deps, actor, doc),
    words: pageWords(language),
    language,
    origin,
  }
  const bytes = await thread.run(job, { givesAway: true })
  return { title: doc.title, bytes: new Uint8Array(bytes) }
}
