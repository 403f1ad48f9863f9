import type { DocContent } from '@atelier/shared/docs/doc-lists'
import { filesIn } from '@atelier/shared/docs/files-in'
import { readDocFrom } from '@atelier/shared/docs/new-doc'
import { publicBody } from '@atelier/shared/docs/public-body'

/** A doc as people without an account read it: the answer itself, and the files it shows. */
export type PublicText = { json: string; files: ReadonlySet<string> }

export function publicText(update: Uint8Array, origins: readonly string[]): PublicText {
  const { title, body } = readDocFrom(update)
  const content: DocContent = { title, body: publicBody(body, origins) }
  return { json: JSON.stringify(content), files: new Set(filesIn(content.body)) }
}
