/** Pages of a pack as docs: each read by its kind, with links between them as links between the docs. */
import { bodyFromHast } from '@atelier/shared/docs/body-from-hast'
import { withoutTags } from '@atelier/shared/docs/body-from-html'
import { docFromMarkdown } from '@atelier/shared/docs/body-from-markdown'
import { unlessTooDeep } from '@atelier/shared/docs/nesting'
import type { Place } from '@atelier/shared/docs/reading-hast'
import type { JSONContent } from '@tiptap/core'
import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { FoundDoc } from '../jobs'
import { bodyOfTable } from './csv-table'
import { dataFile } from './data-address'
import { decodeText } from './decode-text'
import {
  type Collected,
  endingOf,
  filesOf,
  folderOf,
  nameIn,
  type Pack,
  type Page,
  pathIn,
  resolvePath,
  skip,
  stemOf,
  textBytes,
} from './pack'
import { titleOfPage } from './page-title'

export type Dialect = {
  /** What a page is called, from its path. */
  titleOf(path: string): string
  /** Which page an address means that is none in the pack. */
  pageAt?(address: string, pages: readonly Page[]): Page | undefined
  prepare?(page: Root): Root
}

export const plainDialect: Dialect = { titleOf: (path) => stemOf(nameIn(path)) }

export type ReadPage = Pick<FoundDoc, 'id' | 'title' | 'body'>

export function readPage(
  page: Page,
  pages: readonly Page[],
  pack: Pack,
  dialect: Dialect,
  into: Collected,
): ReadPage | null {
  const bytes = pack.files.get(page.path)
  if (!bytes)
    return {
      id: page.id,
      title: dialect.titleOf(page.path),
      body: { type: 'doc', content: [{ type: 'paragraph' }] },
    }
  if (bytes.length > textBytes) return skipPage(page, 'too-large', into)
  const decoded = decodeText(bytes)
  if (!decoded) return skipPage(page, 'encoding', into)
  if (!decoded.isSure) skip(into, page.path, 'encoding')
  const at = addressesFrom(page, pages, pack, dialect, into)
  const { title, body } = read(endingOf(page.path), decoded.text, at, dialect)
  return { id: page.id, title: title ?? dialect.titleOf(page.path), body }
}

function skipPage(page: Page, why: 'too-large' | 'encoding', into: Collected): null {
  skip(into, page.path, why)
  return null
}

type Read = { title: string | null; body: JSONContent }

function read(
  ending: string,
  text: string,
  at: (address: string) => Place | null | undefined,
  dialect: Dialect,
): Read {
  if (ending === 'csv') return { title: null, body: bodyOfTable(text, at) }
  if (ending !== 'html' && ending !== 'htm') return docFromMarkdown(text, { at })
  let title: string | null = null
  const body = unlessTooDeep(
    () => {
      const page = fromHtml(text)
      const found = titleOfPage(dialect.prepare?.(page) ?? page)
      title = found.title
      return bodyFromHast(found.rest, { at, spaces: 'collapse' })
    },
    () => withoutTags(text),
  )
  return { title, body }
}

function addressesFrom(
  page: Page,
  pages: readonly Page[],
  pack: Pack,
  dialect: Dialect,
  into: Collected,
) {
  const fileAs = filesOf(page.id, into)
  const byPath = new Map(pages.map((one) => [one.path, one]))
  return (address: string): Place | null | undefined => {
    if (address.startsWith('data:')) {
      const file = dataFile(address)
      return file && fileAs(address, file.name, file.bytes)
    }
    const path = pathIn(address)
    const inPack = path === null || path === '' ? null : resolvePath(folderOf(page.path), path)
    const target =
      (inPack === null ? undefined : byPath.get(inPack)) ?? dialect.pageAt?.(address, pages)
    if (target) return { href: `/docs/${target.id}` }
    if (path === null || path === '') return undefined
    const file = inPack === null ? undefined : pack.files.get(inPack)
    if (file && inPack !== null) return fileAs(inPack, nameIn(inPack), file)
    // An address of ours is none of the pack's.
    if (/^\/(docs|boards|people|workshops)\/[\w-]+/.test(address)) return undefined
    skip(into, address.slice(0, 200), 'missing')
    return null
  }
}
