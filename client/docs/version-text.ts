/** A version, read: what it said, and who wrote what of it. */
import { type Written, writtenIn } from '@atelier/shared/docs/authorship'
import { docBody, docTitle } from '@atelier/shared/docs/doc'
import { docSchema } from '@atelier/shared/docs/new-doc'
import type { Node } from '@tiptap/pm/model'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

export type VersionText = { title: string; body: Node; written: Written[] }

/** `bytes` are everything there was. A copy is made of them, which nobody else sees. */
export function readVersion(bytes: Uint8Array): VersionText {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, bytes)
  const fragment = docBody(doc)
  const body = yXmlFragmentToProseMirrorRootNode(fragment, docSchema())
  return { title: docTitle(doc).toString(), body, written: writtenIn(fragment, body) }
}
