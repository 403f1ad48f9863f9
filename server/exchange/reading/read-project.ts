/** A project as we export it: whole docs with comments and the tree, under new ids. */
import { randomUUID } from 'node:crypto'
import { tidyBody } from '@atelier/shared/docs/tidy-body'
import {
  contentName,
  type DocContent,
  docContent,
  type Manifest,
  manifest,
  manifestName,
} from '@atelier/shared/exchange/manifest'
import { Refusal } from '@atelier/shared/refusals'
import type { JSONContent } from '@tiptap/core'
import type * as z from 'zod'
import type { Found, FoundDoc, FoundThread } from '../jobs'
import { withNewIds } from './new-ids'
import { type Collected, filesOf, type Pack, skip } from './pack'
import { parentsFirst } from './parents-first'

export function readProject(pack: Pack): Found {
  const into: Collected = { files: [], skipped: [...pack.skipped] }
  const index = readJson(pack, manifestName, manifest)
  if (!index) throw new Refusal('invalid', { fields: [{ field: 'file', problem: 'manifest' }] })
  const ids = new Map(index.docs.map(({ id }) => [id, randomUUID()]))
  const docs = index.docs.flatMap((entry) => readDoc(entry, index, ids, pack, into) ?? [])
  return { kind: 'atelier', docs: parentsFirst(docs), files: into.files, skipped: into.skipped }
}

function readJson<T extends z.ZodType>(pack: Pack, name: string, shape: T): z.output<T> | null {
  const bytes = pack.files.get(name)
  if (!bytes) return null
  try {
    return shape.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    // Whoever changed it by hand made a mistake in it: that is said, and the rest is read.
    return null
  }
}

type Entry = Manifest['docs'][number]

function readDoc(
  entry: Entry,
  index: Manifest,
  ids: ReadonlyMap<string, string>,
  pack: Pack,
  into: Collected,
): FoundDoc | null {
  const content = readJson(pack, contentName(entry.id), docContent)
  const id = ids.get(entry.id)
  if (!content || !id) {
    skip(into, entry.path, 'damaged')
    return null
  }
  return {
    id,
    parent: (entry.parent && ids.get(entry.parent)) || null,
    title: content.title,
    body: bodyOf(content, id, index, ids, pack, into),
    template: entry.template,
    restricted: entry.restricted,
    comments: content.threads.map(threadOf),
  }
}

function bodyOf(
  { body }: DocContent,
  docId: string,
  index: Manifest,
  ids: ReadonlyMap<string, string>,
  pack: Pack,
  into: Collected,
): JSONContent {
  const fileAs = filesOf(docId, into)
  const files = new Map(index.files.map((file) => [file.id, file]))
  return withNewIds(tidyBody(body), {
    docs: ids,
    file(old) {
      const file = files.get(old)
      const bytes = file && pack.files.get(file.path.normalize('NFC'))
      if (!file || !bytes) {
        skip(into, file?.name ?? old, 'missing')
        return null
      }
      return fileAs(old, file.name, bytes)
    },
  })
}

const threadOf = ({
  anchor,
  quote,
  resolved,
  comments,
}: DocContent['threads'][number]): FoundThread => ({
  quote: anchor?.quote ?? quote,
  before: anchor?.before ?? '',
  after: anchor?.after ?? '',
  isAnchored: anchor !== null,
  resolved,
  comments,
})
