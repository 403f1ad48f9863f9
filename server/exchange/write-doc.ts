import type { Actor } from '@atelier/shared/access/can'
import type { ExportFormat } from '@atelier/shared/exchange/exchange'
import type { Language } from '@atelier/shared/people/choices'
import type { Deps } from '../http/deps'
import type { ExchangeThread } from './exchange-thread'
import { carriedFiles, docFrom, namesIn, readRoom } from './gather-doc'
import { pageWords } from './page-words'

export type WriteWish = {
  actor: Actor
  docId: string
  format: ExportFormat
  language: Language
  origin: string
}

/** One doc as a file of its own, with all that is in it. Rights are the caller’s business. */
export async function writeDoc(
  deps: Deps,
  thread: ExchangeThread,
  { actor, docId, format, language, origin }: WriteWish,
): Promise<{ title: string; bytes: Uint8Array<ArrayBuffer> }> {
  const doc = docFrom(await readRoom(deps, docId))
  const job = {
    kind: 'write' as const,
    format,
    ...doc,
    facts: { source: `${origin}/docs/${docId}` },
    files: await carriedFiles(deps, docId, doc),
    people: await namesIn(deps, actor, doc),
    words: pageWords(language),
    language,
    origin,
  }
  const bytes = await thread.run(job, { givesAway: true })
  return { title: doc.title, bytes: new Uint8Array(bytes) }
}
