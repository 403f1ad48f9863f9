/** What somebody brought, as docs: told by its bytes, not by its name. */
import { Refusal } from '@atelier/shared/refusals'
import type { Found, FoundDoc, ReadJob } from '../jobs'
import { confluenceDialect, confluenceIndex, confluenceTree, type Tree } from './confluence'
import { decodeText } from './decode-text'
import { looksLikeNotion, notionDialect, notionPages, withoutNotionIds } from './notion'
import {
  type Collected,
  endingOf,
  folderOf,
  nameIn,
  type Pack,
  pageFor,
  pathIn,
  resolvePath,
  skip,
  skippedBeyond,
  stemOf,
} from './pack'
import { treeOf } from './page-tree'
import { parentsFirst } from './parents-first'
import { type Dialect, plainDialect, type ReadPage, readPage } from './read-pages'
import { readProject } from './read-project'
import { readSpace } from './space/read-space'
import { unpacked } from './unpacked'
import { mainPartOf } from './word/main-part'
import { readDocx } from './word/read-docx'

const mostDocs = 2000

export async function readImport(job: ReadJob): Promise<Found> {
  const found = await readAny(job)
  return { ...found, skippedBeyond: skippedBeyond(found.skipped) }
}

async function readAny(job: ReadJob): Promise<Found> {
  if (!isZip(job.bytes)) return readSingle(job)
  const pack = await unpacked(job.bytes)
  const word = mainPartOf(pack)
  if (word !== null) return readDocx(job, pack, word)
  if (pack.files.has('atelier.json')) return readProject(pack)
  const entities = [...pack.files.keys()].find((path) => nameIn(path) === 'entities.xml')
  if (entities !== undefined) return readSpace(pack, entities)
  return readFolder(pack)
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

const refuseAs = (problem: string): never => {
  throw new Refusal('invalid', { fields: [{ field: 'file', problem }] })
}

const isOldWord = (bytes: Uint8Array) => bytes[0] === 0xd0 && bytes[1] === 0xcf

function readSingle({ name, bytes, untitled }: ReadJob): Found {
  if (isOldWord(bytes)) refuseAs('old-word')
  const ending = ['html', 'htm', 'csv'].includes(endingOf(name)) ? endingOf(name) : 'md'
  const path = `${stemOf(nameIn(name.replaceAll('\\', '/'))) || untitled}.${ending}`
  const found = foundIn({ files: new Map([[path, bytes]]), skipped: [] }, [path], plainDialect)
  if (found.docs.length === 0) refuseAs(found.skipped[0]?.why ?? 'unknown-kind')
  return found
}

function readFolder(pack: Pack): Found {
  const paths = [...pack.files.keys()]
  const index = confluenceIndex(pack)
  if (index !== null)
    return found('confluence', pack, confluenceTree(pack, index), confluenceDialect)
  if (looksLikeNotion(paths)) {
    const tree = treeOf(notionPages(paths).map(pageFor), withoutNotionIds)
    return found('notion', pack, tree, notionDialect)
  }
  const attached = attachedIn(pack)
  const pages = paths.filter(
    (path) =>
      ['md', 'markdown', 'html', 'htm', 'txt'].includes(endingOf(path)) && !attached.has(path),
  )
  // Tables beside texts are what the texts speak of; alone they are what somebody brings.
  const tables = paths.filter((path) => endingOf(path) === 'csv')
  return foundIn(pack, pages.length > 0 ? pages : tables, plainDialect)
}

const attachment = /\]\(<?([^)>\s]+)>? "attachment"\)/g

/** Files that our own Markdown carries as files: a text among them is no doc. */
function attachedIn({ files }: Pack): Set<string> {
  const found = new Set<string>()
  for (const [path, bytes] of files) {
    if (endingOf(path) !== 'md') continue
    for (const [, address = ''] of decodeText(bytes)?.text.matchAll(attachment) ?? []) {
      const to = pathIn(address)
      found.add((to && resolvePath(folderOf(path), to)) ?? '')
    }
  }
  return found
}

const foundIn = (pack: Pack, pages: readonly string[], dialect: Dialect): Found =>
  found(
    'files',
    pack,
    treeOf([...pages].sort(byName).map(pageFor), (path) => path),
    dialect,
  )

const byName = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })

/** One page that nobody can make sense of is no reason to leave the others out. */
function readOrSkip(...asked: Parameters<typeof readPage>): ReadPage | null {
  const [page, , , , into] = asked
  try {
    return readPage(...asked)
  } catch (error) {
    if (error instanceof Refusal) throw error
    skip(into, page.path, 'damaged')
    return null
  }
}

function found(kind: Found['kind'], pack: Pack, { pages, parents }: Tree, dialect: Dialect): Found {
  const into: Collected = { files: [], skipped: [...pack.skipped] }
  const docs: FoundDoc[] = []
  for (const page of pages.slice(0, mostDocs)) {
    const doc = readOrSkip(page, pages, pack, dialect, into)
    if (doc) docs.push({ ...doc, parent: parents.get(page.id) ?? null })
  }
  if (pages.length > mostDocs) skip(into, `+${pages.length - mostDocs}`, 'too-many')
  return { kind, docs: parentsFirst(docs), files: into.files, skipped: into.skipped }
}
