/** A space of Confluence, exported as HTML: `index.html` has the tree, `attachments/` the files. */
import { elementsIn, hasClass, made, plainText } from '@atelier/shared/docs/hast-walk'
import { classesOf, isElement, propertyOf, textIn } from '@atelier/shared/docs/reading-hast'
import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { decodeText } from './decode-text'
import { checkbox, drop, findElement } from './hast-changes'
import {
  endingOf,
  folderOf,
  nameIn,
  type Pack,
  type Page,
  pageFor,
  pathIn,
  resolvePath,
  stemOf,
} from './pack'
import type { Dialect } from './read-pages'

/** Pages of Confluence say so in their classes; its index links to them. */
export function confluenceIndex({ files }: Pack): string | null {
  const index = [...files.keys()].find((path) => nameIn(path) === 'index.html')
  const isOne = [...files].some(
    ([path, bytes]) =>
      endingOf(path) === 'html' &&
      /id="(main-content|title-heading)"|wiki-content/.test(
        decodeText(bytes.subarray(0, 65_536))?.text ?? '',
      ),
  )
  return index !== undefined && isOne ? index : null
}

export type Tree = { pages: Page[]; parents: Map<string, string | null> }

/** As the nested lists of the index have it; pages it leaves out stand at the top. */
export function confluenceTree({ files }: Pack, index: string): Tree {
  const pages = [...files.keys()]
    .filter((path) => endingOf(path) === 'html' && path !== index)
    .map(pageFor)
  const byPath = new Map(pages.map((page) => [page.path, page]))
  const parents = new Map<string, string | null>()
  const ordered: Page[] = []
  const root = fromHtml(decodeText(files.get(index) ?? new Uint8Array())?.text ?? '')
  const pageOf = (link: Element): Page | undefined => {
    const path = pathIn(propertyOf(link, 'href'))
    return byPath.get((path && resolvePath(folderOf(index), path)) ?? '')
  }
  const walk = (lists: ElementContent[], parent: Page | null, depth: number) => {
    if (depth > 40) return
    for (const item of lists.flatMap((list) =>
      isElement(list, 'ul', 'ol') ? list.children : [],
    )) {
      if (!isElement(item, 'li')) continue
      const link = item.children.find((child): child is Element => isElement(child, 'a'))
      const page = link && pageOf(link)
      if (page && !parents.has(page.id)) {
        parents.set(page.id, parent?.id ?? null)
        ordered.push(page)
      }
      walk(item.children, page ?? parent, depth + 1)
    }
  }
  const list = findElement(
    root,
    (element) =>
      isElement(element, 'ul') &&
      findElement(element, (one) => isElement(one, 'a') && pageOf(one) !== undefined) !== null,
  )
  walk(list ? [list] : [], null, 0)
  return { pages: [...ordered, ...pages.filter((page) => !parents.has(page.id))], parents }
}

export const confluenceDialect: Dialect = {
  titleOf: (path) => stemOf(nameIn(path)).replace(/_\d+$/, '').replaceAll('-', ' '),
  pageAt(address, pages) {
    const [, id] = /[?&]pageId=(\d+)/.exec(address) ?? /\/pages\/(\d+)/.exec(address) ?? []
    return id
      ? pages.find(
          ({ path }) => stemOf(nameIn(path)).endsWith(`_${id}`) || stemOf(nameIn(path)) === id,
        )
      : undefined
  },
  prepare(page) {
    const title = findElement(page, (element) => propertyOf(element, 'id') === 'title-text')
    const main = findElement(page, (element) => propertyOf(element, 'id') === 'main-content')
    if (!main) return prepared(page)
    // `Space : Title`
    const words = title ? plainText(title).replace(/^.*? : /, '') : ''
    const heading = words === '' ? [] : [made('h1', [{ type: 'text', value: words }])]
    const root: Root = { type: 'root', children: [...heading, ...main.children] }
    const listed = findElement(page, (element) => hasClass(element, /^greybox$/))
    return withAttachments(prepared(root), listed)
  },
}

function prepared(root: Root): Root {
  for (const element of elementsIn(root)) prepareElement(element)
  return root
}

/** Files that are listed below a page and nowhere in it. */
function withAttachments(root: Root, listed: Element | null): Root {
  const used = new Set(
    [...elementsIn(root)].flatMap((element) => [
      propertyOf(element, 'src'),
      propertyOf(element, 'href'),
    ]),
  )
  const links = (listed ? [...elementsIn(listed)] : []).filter((element) => {
    const href = propertyOf(element, 'href')
    return isElement(element, 'a') && /^attachments\//.test(href) && !used.has(href)
  })
  root.children.push(...links.map((link) => made('p', [link])))
  return root
}

const tones: Record<string, string> = {
  information: 'info',
  note: 'warning',
  tip: 'tip',
  warning: 'danger',
}

function prepareElement(element: Element): void {
  const macro = classesOf(element)
    .map((name) => /^confluence-information-macro-(\w+)$/.exec(name)?.[1])
    .find((name) => name && tones[name])
  if (macro) Object.assign(element, { tagName: 'aside', properties: { dataTone: tones[macro] } })
  else if (
    hasClass(element, /^aui-icon$/) ||
    hasClass(element, /^expand-control-icon$/) ||
    hasClass(element, /^toc-macro$/)
  )
    drop(element)
  else if (hasClass(element, /^expand-container$/)) asDetails(element)
  else if (hasClass(element, /^emoticon$/)) asEmoji(element)
  else if (hasClass(element, /^inline-task-list$/)) withBoxes(element)
  else if (element.tagName === 'pre') withLanguage(element)
  else if (hasClass(element, /^codeHeader$/)) Object.assign(element, { tagName: 'p' })
  else if (hasClass(element, /^panel$/) && !hasClass(element, /^code$/))
    Object.assign(element, { tagName: 'aside' })
}

function asDetails(container: Element): void {
  const control = findElement(
    container,
    (element) =>
      hasClass(element, /^expand-control-text$/) || hasClass(element, /^expand-control$/),
  )
  const content = findElement(container, (element) => hasClass(element, /^expand-content$/))
  const summary = made('summary', [{ type: 'text', value: control ? textIn(control).trim() : '' }])
  Object.assign(container, {
    tagName: 'details',
    children: [summary, ...(content?.children ?? [])],
  })
}

function asEmoji(picture: Element): void {
  const value = propertyOf(picture, 'dataEmojiFallback') || propertyOf(picture, 'alt')
  Object.assign(picture, { tagName: 'span', properties: {}, children: [{ type: 'text', value }] })
}

function withBoxes(list: Element): void {
  for (const item of list.children) {
    if (!isElement(item, 'li')) continue
    item.children.unshift(checkbox(hasClass(item, /^checked$/)))
  }
}

function withLanguage(code: Element): void {
  const [, brush] =
    /brush:\s*([\w+#-]+)/.exec(propertyOf(code, 'dataSyntaxhighlighterParams')) ?? []
  if (brush) code.properties.dataLanguage = brush.toLowerCase()
}
