/** A version, read: what it said, and who wrote what of it. */
import { type Written, writtenIn } from '@atelier/shared/docs/authorship'
import { docBody, docTitle } from '@atelier/shared/docs/doc'
import { copyOf } from '@atelier/shared/docs/new-copy'
import { docSchema } from '@atelier/shared/docs/new-doc'
import { removeStrange } from '@atelier/shared/docs/strange-edits'
import type { Node } from '@tiptap/pm/model'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'

export type VersionText = { title: string; body: Node; written: Written[] }

/** `bytes` are everything there was. */
export function readVersion(bytes: Uint8Array): VersionText {
  const doc = copyOf(bytes)
  const fragment = docBody(doc)
  removeStrange([fragment])
  const body = yXmlFragmentToProseMirrorRootNode(fragment, docSchema())
  return { title: docTitle(doc).toString(), body, written: writtenIn(fragment, body) }
}
