/** What is left of a page when it is only read: no way around in it, no pictures of counters, nothing hidden. */
import type { Element } from 'hast'
import { elementsIn, made, type Parent, removeAll, styled } from './hast-walk'
import { isElement, propertyOf } from './reading-hast'

const dropped = new Set(
  'nav iframe audio video source track noscript script style link meta head title button'.split(
    ' ',
  ),
)
const roles = new Set([
  'navigation',
  'search',
  'banner',
  'dialog',
  'alertdialog',
  'menu',
  'menubar',
])

export function tidyPage(root: Parent): void {
  removeAll(root, isJunk)
  for (const element of elementsIn(root)) {
    if (element.tagName === 'img') namePicture(element)
    else if (element.tagName === 'a') straighten(element)
    else if (element.tagName === 'pre') nameLanguage(element)
    // Here a callout; elsewhere what stands at a page's side.
    else if (element.tagName === 'aside' && !('dataCallout' in element.properties)) {
      element.tagName = 'div'
    } else if (/^highlight-source-/m.test(propertyOf(element, 'className').replaceAll(' ', '\n'))) {
      nameFromAround(element)
    }
  }
}

function isJunk(element: Element): boolean {
  const { tagName, properties } = element
  if (dropped.has(tagName) || /^[vw]:/.test(tagName)) return true
  if (roles.has(propertyOf(element, 'role')) || 'hidden' in properties) return true
  if (styled(element, 'display') === 'none' || styled(element, 'visibility') === 'hidden')
    return true
  if (tagName === 'br') return propertyOf(element, 'className') === 'Apple-interchange-newline'
  if (tagName === 'input') return propertyOf(element, 'type') !== 'checkbox'
  return tagName === 'img' && isCounter(element)
}

/** One that nobody is meant to see. */
function isCounter(image: Element): boolean {
  const sides = ['width', 'height'].map((side) =>
    Number.parseFloat(propertyOf(image, side) || styled(image, side)),
  )
  return sides.some((pixels) => pixels <= 3)
}

const longestName = 80

/** Nothing is fetched from elsewhere: a picture becomes a link, which wants words. */
function namePicture(image: Element): void {
  const alt = propertyOf(image, 'alt').replace(/\s+/g, ' ').trim()
  const src = propertyOf(image, 'src')
  const name = /^https?:/i.test(src) ? fileIn(src) : ''
  image.properties.alt = (alt || name).slice(0, longestName * 4)
}

function fileIn(src: string): string {
  try {
    const { pathname, hostname } = new URL(src)
    const file = decodeURIComponent(pathname.split('/').at(-1) ?? '')
    return (file || hostname).slice(0, longestName)
  } catch {
    return ''
  }
}

/** Past the counters of search engines; nowhere for what led somewhere on the page it was taken from. */
function straighten(link: Element): void {
  const href = propertyOf(link, 'href').trim()
  if (!/^(https?:|mailto:|tel:)/i.test(href)) {
    delete link.properties.href
    return
  }
  link.properties.href = href
  if (!URL.canParse(href)) return
  const { hostname, pathname, searchParams } = new URL(href)
  const behind = searchParams.get('q') ?? searchParams.get('url')
  const isRedirect = /(^|\.)google\.[a-z.]+$/.test(hostname) && pathname === '/url'
  if (isRedirect && behind && /^https?:/i.test(behind)) link.properties.href = behind
}

/** `<pre lang="js">`, `<pre class="brush: js">`, `<pre data-lang="js">` */
function nameLanguage(pre: Element): void {
  const brush = /brush:\s*([\w+#-]+)/.exec(propertyOf(pre, 'className'))?.[1]
  const language = propertyOf(pre, 'lang') || propertyOf(pre, 'dataLang') || brush
  if (language && !propertyOf(pre, 'dataLanguage')) pre.properties.dataLanguage = language
}

/** `<div class="highlight highlight-source-js"><pre>` */
function nameFromAround(around: Element): void {
  const language = /highlight-source-([\w+#-]+)/.exec(propertyOf(around, 'className'))?.[1]
  const pre = around.children.find((child): child is Element => isElement(child, 'pre'))
  if (pre && language) pre.properties.dataLanguage = language
}

/** A line that begins with a drawn box is a task. */
const boxes: Record<string, boolean> = { '☐': false, '☑': true, '☒': true, '✅': true, '': false }

/** The box a line begins with, which is taken out of it; null where there is none. */
export function boxIn(line: Element): Element | null {
  let node: Element = line
  for (;;) {
    const first = node.children.find((child) => child.type !== 'text' || child.value.trim() !== '')
    if (first?.type === 'element') node = first
    else if (first?.type !== 'text') return null
    else {
      const text = first.value.trimStart()
      const sign = [...text][0] ?? ''
      if (!(sign in boxes)) return null
      first.value = text.slice(sign.length).trimStart()
      return made('input', [], { type: 'checkbox', ...(boxes[sign] && { checked: true }) })
    }
  }
}
