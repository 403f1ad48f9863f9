/** A space of Confluence as its backup has it: pages, their tree, files and what is said about them. */
import { randomUUID } from 'node:crypto'
import { bodyFromHast } from '@atelier/shared/docs/body-from-hast'
import type { Place } from '@atelier/shared/docs/reading-hast'
import type { Found, FoundDoc } from '../../jobs'
import { type Collected, filesOf, folderOf, type Pack, skip } from '../pack'
import { parentsFirst } from '../parents-first'
import { type Entities, type Entity, readEntities } from './entities'
import { spaceComments } from './space-comments'
import { storageTree } from './storage-tree'

type Space = {
  entities: Entities
  /** Ids of docs by those of pages. */
  ids: ReadonlyMap<string, string>
  byTitle: ReadonlyMap<string, string>
  attachments: ReadonlyMap<string, Entity[]>
  folder: string
  pack: Pack
  into: Collected
}

const mostPages = 2000

/** `path` is that of `entities.xml`. */
export function readSpace(pack: Pack, path: string): Found {
  const entities = readEntities(pack, path)
  const into: Collected = { files: [], skipped: [...pack.skipped] }
  const all = pagesIn(entities)
  const pages = all.slice(0, mostPages)
  if (all.length > mostPages) skip(into, `+${all.length - mostPages}`, 'too-many')
  const ids = new Map(pages.map(({ id }) => [id, randomUUID()]))
  const byTitle = new Map(pages.map((page) => [page.get('title'), ids.get(page.id) ?? '']))
  const attachments = attachmentsIn(entities)
  const space = { entities, ids, byTitle, attachments, folder: folderOf(path), pack, into }
  const docs = pages.flatMap((page) => docOrSkip(page, space) ?? [])
  return { kind: 'confluence', docs: parentsFirst(docs), files: into.files, skipped: into.skipped }
}

/** As they are now: neither earlier versions, nor drafts, nor what is in the bin. */
const isNow = (one: Entity): boolean =>
  ['', 'current'].includes(one.get('contentStatus')) &&
  one.get('originalVersion') + one.get('originalVersionId') === ''

function pagesIn(entities: Entities): Entity[] {
  const pages = entities.ofKind('Page').filter(isNow)
  const place = (page: Entity) => Number(page.get('position') || Number.MAX_SAFE_INTEGER)
  const inOrder = pages.sort(
    (a, b) =>
      place(a) - place(b) || a.get('title').localeCompare(b.get('title'), 'en', { numeric: true }),
  )
  return [...inOrder, ...entities.ofKind('BlogPost').filter(isNow)].filter(
    (page) => page.get('title') !== '',
  )
}

function attachmentsIn(entities: Entities): Map<string, Entity[]> {
  const found = new Map<string, Entity[]>()
  for (const one of entities.ofKind('Attachment').filter(isNow)) {
    const page = one.get('containerContent') || one.get('content')
    found.set(page, [...(found.get(page) ?? []), one])
  }
  return found
}

/** One page that nobody can make sense of is no reason to leave the others out. */
function docOrSkip(page: Entity, space: Space): FoundDoc | null {
  try {
    return docOf(page, space)
  } catch {
    skip(space.into, page.get('title'), 'damaged')
    return null
  }
}

function docOf(page: Entity, space: Space): FoundDoc {
  const { entities, ids, into } = space
  const id = ids.get(page.id) ?? randomUUID()
  const title = page.get('title')
  const source = storageOf(page, entities)
  if (!/<\w/.test(source) && /(^|\n)(h[1-6]\. |[*#]+ |\|\|)|\{\w+[:}]/.test(source))
    skip(into, title, 'wiki-markup')
  const root = storageTree(/<\w/.test(source) ? source : asParagraphs(source), {
    nameOf: (user) => nameOf(user, entities),
    lost: (macro) => skip(into, `${title}: ${macro}`, 'unknown-kind'),
  })
  const body = bodyFromHast(root, { spaces: 'collapse', at: addressesOf(page, id, space) })
  const comments = spaceComments(
    page,
    entities,
    (one) => storageOf(one, entities),
    (user) => nameOf(user, entities),
  )
  return { id, parent: ids.get(page.get('parent')) ?? null, title, body, comments }
}

function storageOf(one: Entity, entities: Entities): string {
  const [listed] = one.listOf('bodyContents')
  const body =
    (listed && entities.find('BodyContent', listed)) ||
    entities.ofKind('BodyContent').find((body) => body.get('content') === one.id)
  return body?.get('body') ?? one.get('content')
}

/** Before its fourth version Confluence had a markup of its own: its words are kept. */
const asParagraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((one) => `<p>${escaped(one).trim().replaceAll('\n', '<br>')}</p>`)
    .join('')
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function nameOf(user: string, { find }: Entities): string {
  const found = find('ConfluenceUserImpl', user)
  return found?.get('name') || found?.get('lowerName') || ''
}

function addressesOf(page: Entity, docId: string, space: Space) {
  const { ids, byTitle, attachments, into } = space
  const fileAs = filesOf(docId, into)
  return (address: string): Place | null | undefined => {
    const [, kind, written = ''] = /^confluence-(page|file):(.*)$/s.exec(address) ?? []
    const name = decodeURIComponent(written)
    if (kind === 'page') {
      const id = byTitle.get(name)
      if (!id) skip(into, name, 'missing')
      return id ? { href: `/docs/${id}` } : null
    }
    if (kind === 'file') {
      const file = (attachments.get(page.id) ?? []).find((one) => fileName(one) === name)
      const bytes = file && bytesOf(file, page, space)
      if (!bytes) skip(into, name, 'missing')
      return bytes ? fileAs(file.id, name, bytes) : null
    }
    const [, id = ''] = /[?&]pageId=(\d+)/.exec(address) ?? /\/pages\/(\d+)/.exec(address) ?? []
    const known = ids.get(id)
    return known ? { href: `/docs/${known}` } : undefined
  }
}

const fileName = (file: Entity) => file.get('title') || file.get('fileName')

/** The latest of its versions. */
function bytesOf(file: Entity, page: Entity, { pack, folder }: Space): Uint8Array | undefined {
  const at = `${folder}attachments/${page.id}/${file.id}/`
  const version = file.get('version') || file.get('attachmentVersion') || '1'
  return pack.files.get(at + version) ?? pack.files.get(`${at}1`)
}
