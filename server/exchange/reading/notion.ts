/** Folders as Notion exports them, as Markdown or HTML: 32 hexadecimal digits in every name. */
import { elementsIn, hasClass } from '@atelier/shared/docs/hast-walk'
import { isElement, propertyOf } from '@atelier/shared/docs/reading-hast'
import type { Element, Root } from 'hast'
import { checkbox, drop } from './hast-changes'
import { joinNotionLists } from './notion-lists'
import type { Page } from './pack'
import { endingOf, nameIn, stemOf } from './pack'
import type { Dialect } from './read-pages'

const id = /[ -]?([0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=(_all)?($|[./]))/gi

export const withoutNotionIds = (path: string): string => path.replace(id, '').replace(/_all$/, '')

export const looksLikeNotion = (paths: readonly string[]): boolean =>
  paths.some((path) => /[ -][0-9a-f]{32}(_all)?\.(md|html|csv)$/i.test(path))

/** Of a database once with and once without its filter the whole one. */
export const notionPages = (paths: readonly string[]): string[] =>
  paths.filter((path) => {
    if (endingOf(path) === 'csv')
      return path.endsWith('_all.csv') || !paths.includes(path.replace(/\.csv$/, '_all.csv'))
    // The list of all pages beside them, in exports as HTML.
    return !/(^|\/)index\.html$/.test(path) && ['md', 'html'].includes(endingOf(path))
  })

export const notionDialect: Dialect = {
  titleOf: (path) => withoutNotionIds(stemOf(nameIn(path))),
  pageAt(address, pages) {
    const bare = address.replace(/-(?=[0-9a-f]{4,12}(?:-|$))/gi, '')
    const found = /([0-9a-f]{32})(?:_all)?(?:\.\w+)?(?:[?#].*)?$/i.exec(bare)?.[1]?.toLowerCase()
    if (!found) return undefined
    return pages.find(({ path }: Page) =>
      nameIn(path).replaceAll('-', '').toLowerCase().includes(found),
    )
  },
  prepare(page: Root) {
    joinNotionLists(page)
    for (const element of elementsIn(page)) prepareElement(element)
    return page
  },
}

function prepareElement(element: Element): void {
  if (isElement(element, 'figure') && hasClass(element, /^callout$/))
    Object.assign(element, { tagName: 'aside' })
  else if (hasClass(element, /^checkbox$/))
    Object.assign(element, checkbox(hasClass(element, /^checkbox-on$/)))
  else if (hasClass(element, /^toggle$/) && element.tagName === 'ul') unwrapToggle(element)
  else if (hasClass(element, /^katex-html$/) || hasClass(element, /^page-header-icon$/))
    drop(element)
  else if (element.tagName === 'nav' && hasClass(element, /^table_of_contents$/)) drop(element)
  else if (element.tagName === 'code') {
    const language = propertyOf(element, 'className').toLowerCase()
    if (language)
      element.properties.className = [
        language.replaceAll(' ', '-').replace('language-plain-text', ''),
      ]
  }
}

/** A list of one item that is a toggle. */
function unwrapToggle(list: Element): void {
  list.tagName = 'div'
  for (const child of list.children) if (isElement(child, 'li')) child.tagName = 'div'
}
