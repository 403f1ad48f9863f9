/** A project as we export it: whole docs with comments and the tree, and boards, under new ids. */
import { randomUUID } from 'node:crypto'
import {
  contentName,
  type DocContent,
  docContent,
  type Manifest,
  manifest,
  manifestName,
} from '@atelier/shared/exchange/manifest'
import { Refusal } from '@atelier/shared/refusals'
import type { Found, FoundDoc, FoundThread } from '../jobs'
import { type BodyReader, bodyReader } from './body-reader'
import { type Collected, type Pack, skip } from './pack'
import { parentsFirst } from './parents-first'
import { openBoards, withDescriptions } from './read-boards'
import { readJson } from './read-json'

export function readProject(pack: Pack): Found {
  const into: Collected = { files: [], skipped: [...pack.skipped] }
  const index = readJson(pack, manifestName, manifest)
  if (!index) throw new Refusal('invalid', { fields: [{ field: 'file', problem: 'manifest' }] })
  const ids = new Map(index.docs.map(({ id }) => [id, randomUUID()]))
  const opened = openBoards(index.boards, pack, into)
  const boardIds = new Map([...opened].map(([old, { ids: own }]) => [old, own]))
  const readerFor = bodyReader(index, { docs: ids, boards: boardIds }, pack, into)
  const docs = eachOnce(index.docs, into).flatMap(
    (entry) => readDoc(entry, ids, pack, readerFor, into) ?? [],
  )
  return {
    kind: 'atelier',
    outcomes: index.outcomes,
    docs: parentsFirst(docs),
    boards: [...opened.values()].map((board) => withDescriptions(board, readerFor)),
    files: into.files,
    skipped: into.skipped,
  }
}

type Entry = Manifest['docs'][number]

/** A doc that the list names many times is one: or a small zip would hold as much as it likes. */
function eachOnce(entries: readonly Entry[], into: Collected): Entry[] {
  const known = new Set<string>()
  return entries.filter(({ id, path }) => {
    const isKnown = known.has(id)
    if (isKnown) skip(into, path, 'duplicate')
    known.add(id)
    return !isKnown
  })
}

function readDoc(
  entry: Entry,
  ids: ReadonlyMap<string, string>,
  pack: Pack,
  readerFor: BodyReader,
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
    body: readerFor(id).body(content.body),
    template: entry.template,
    restricted: entry.restricted,
    comments: content.threads.map(threadOf),
  }
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
