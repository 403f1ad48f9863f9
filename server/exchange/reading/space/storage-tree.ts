/** Confluence’s storage format as the HTML it means: its links, pictures, tasks and macros. */
import { elementsIn, made, plainText } from '@atelier/shared/docs/hast-walk'
import { isElement, propertyOf, textIn } from '@atelier/shared/docs/reading-hast'
import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { checkbox, drop, findElement } from '../hast-changes'

/** Addresses of what belongs to the space; whoever reads the page knows what they lead to. */
const pageAddress = (title: string) => `confluence-page:${encodeURIComponent(title)}`
const fileAddress = (name: string) => `confluence-file:${encodeURIComponent(name)}`

export type StorageWishes = {
  nameOf(user: string): string
  /** Hears of macros that show what only Confluence knows. */
  lost(macro: string): void
}

export function storageTree(storage: string, wishes: StorageWishes): Root {
  const root = fromHtml(asHtml(storage), { fragment: true })
  for (const element of elementsIn(root)) settle(element, wishes)
  return root
}

/** It is XML: nothing that HTML calls a comment, and no element that HTML does not end by itself. */
const asHtml = (storage: string): string =>
  storage
    .replace(/<!\[CDATA\[(.*?)\]\]>/gs, (_, words: string) =>
      words.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    )
    .replace(/<((?:ac|ri|at):[\w-]+|time|span|a|p|td|th|li|div)(\s[^<>]*)?\/>/g, '<$1$2></$1>')

const own = (element: Element, name: string): string => propertyOf(element, name)
const inside = (element: Element, name: string): Element | null =>
  findElement({ type: 'root', children: element.children }, (one) => isElement(one, name))
const parameter = (macro: Element, name: string): string => {
  const found = macro.children.find(
    (child) => isElement(child, 'ac:parameter') && own(child, 'ac:name') === name,
  )
  return found ? plainText(found) : ''
}
const become = (element: Element, ...[tagName, children, properties]: Parameters<typeof made>) =>
  Object.assign(element, made(tagName, children, properties))
const words = (value: string): ElementContent => ({ type: 'text', value })

function settle(element: Element, wishes: StorageWishes): void {
  switch (element.tagName) {
    case 'ac:link':
      settleLink(element, wishes)
      return
    case 'ac:image':
      settleImage(element)
      return
    case 'ac:task-list':
      become(element, 'ul', element.children as ElementContent[])
      return
    case 'ac:task':
      settleTask(element)
      return
    case 'ac:emoticon':
      become(element, 'span', [
        words(own(element, 'ac:emoji-fallback') || `:${own(element, 'ac:name')}:`),
      ])
      return
    case 'time':
      become(element, 'span', [words(own(element, 'dateTime') || textIn(element))])
      return
    case 'ac:structured-macro':
    case 'ac:macro':
      settleMacro(element, wishes)
      return
    case 'ac:placeholder':
    case 'ac:parameter':
      drop(element)
      return
    case 'ri:user':
      become(element, 'span', [
        words(wishes.nameOf(own(element, 'ri:userkey') || own(element, 'ri:account-id'))),
      ])
  }
}

function settleLink(link: Element, { nameOf }: StorageWishes): void {
  const body = inside(link, 'ac:link-body') ?? inside(link, 'ac:plain-text-link-body')
  const user = inside(link, 'ri:user')
  const file = inside(link, 'ri:attachment')
  const page = inside(link, 'ri:page') ?? inside(link, 'ri:blog-post')
  const content = (body?.children ?? []) as ElementContent[]
  if (user) {
    const name = nameOf(
      own(user, 'ri:userkey') || own(user, 'ri:account-id') || own(user, 'ri:username'),
    )
    become(link, 'span', content.length > 0 ? content : [words(name)])
    return
  }
  const title = page ? own(page, 'ri:content-title') : ''
  const name = file ? own(file, 'ri:filename') : ''
  const href = file ? fileAddress(name) : page && title ? pageAddress(title) : ''
  become(
    link,
    href ? 'a' : 'span',
    content.length > 0 ? content : [words(name || title || own(link, 'ac:anchor'))],
    href ? { href } : {},
  )
}

function settleImage(image: Element): void {
  const file = inside(image, 'ri:attachment')
  const url = inside(image, 'ri:url')
  const caption = inside(image, 'ac:caption')
  const width = Number.parseInt(own(image, 'ac:width'), 10)
  const picture = made('img', [], {
    src: file ? fileAddress(own(file, 'ri:filename')) : url ? own(url, 'ri:value') : '',
    alt: own(image, 'ac:alt') || (file ? own(file, 'ri:filename') : ''),
    ...(!Number.isNaN(width) && { width }),
  })
  become(
    image,
    'figure',
    caption ? [picture, made('figcaption', caption.children as ElementContent[])] : [picture],
  )
}

function settleTask(task: Element): void {
  const status = inside(task, 'ac:task-status')
  const body = inside(task, 'ac:task-body')
  const isDone = status !== null && plainText(status) === 'complete'
  become(task, 'li', [checkbox(isDone), ...((body?.children ?? []) as ElementContent[])])
}

const tones: Record<string, string> = {
  info: 'info',
  note: 'warning',
  tip: 'tip',
  warning: 'danger',
  panel: 'info',
}
/** They show where one is, or what is said elsewhere: nothing of the page is lost with them. */
const silent = new Set([
  'toc',
  'anchor',
  'children',
  'pagetree',
  'contentbylabel',
  'recently-updated',
])

function settleMacro(macro: Element, { lost }: StorageWishes): void {
  const name = own(macro, 'ac:name')
  const rich = inside(macro, 'ac:rich-text-body')
  const plain = inside(macro, 'ac:plain-text-body')
  const title = parameter(macro, 'title')
  const content = (rich?.children ?? []) as ElementContent[]
  if (tones[name]) {
    const head = title ? [made('p', [made('strong', [words(title)])])] : []
    become(macro, 'aside', [...head, ...content], { dataTone: tones[name] })
  } else if (name === 'expand')
    become(macro, 'details', [made('summary', [words(title)]), ...content])
  else if (/^(mathblock|mathinline|easy-math)/.test(name))
    become(macro, name === 'mathinline' ? 'code' : 'pre', [words(textIn(plain ?? macro).trim())], {
      className: ['language-math'],
    })
  else if (plain)
    become(macro, 'pre', [words(textIn(plain))], { dataLanguage: parameter(macro, 'language') })
  else if (name === 'status') become(macro, 'strong', [words(title)])
  else if (name === 'view-file' || name === 'viewpdf' || name === 'viewdoc') {
    const file = inside(macro, 'ri:attachment')
    const filename = file ? own(file, 'ri:filename') : ''
    become(macro, 'a', [words(filename)], { href: fileAddress(filename) })
  } else if (rich) become(macro, 'div', content)
  else {
    if (!silent.has(name)) lost(name)
    drop(macro)
  }
}
