/** What a doc begun on this device is to say, until its editor is there to write it. */
import type { DocContent } from '@atelier/shared/docs/doc-lists'

const waiting = new Map<string, DocContent>()

export const promiseFirstText = (docId: string, text: DocContent): void =>
  void waiting.set(docId, text)

/** Once: whoever takes it writes it. */
export function takeFirstText(docId: string): DocContent | undefined {
  const text = waiting.get(docId)
  waiting.delete(docId)
  return text
}
