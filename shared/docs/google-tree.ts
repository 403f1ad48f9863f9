/** What Google Docs and Sheets put into the clipboard, as HTML means it. */
import type { Element } from 'hast'
import { elementsIn, made, type Parent, plainText, removeAll, styled } from './hast-walk'
import { isElement, propertyOf } from './reading-hast'

const signs = /docs-internal-guid|google-sheets-html-origin|data-sheets-/i

export const isFromGoogle = (html: string): boolean => signs.test(html.slice(0, 20_000))

export function tidyGoogle(root: Parent): void {
  removeAll(root, (element) => element.tagName === 'style')
  for (const element of elementsIn(root)) {
    if (element.tagName === 'li') nameTask(element)
    else if (/^h[1-6]$/.test(element.tagName)) lighten(element)
    else if (element.tagName === 'p') nameTitle(element)
  }
}

/** A line of a checklist: its box is a picture. */
function nameTask(item: Element): void {
  if (propertyOf(item, 'role') !== 'checkbox') return
  removeAll(item, (element) => element.tagName === 'img')
  const checked = propertyOf(item, 'ariaChecked') === 'true'
  const box = made('input', [], { type: 'checkbox', ...(checked && { checked }) })
  const line = item.children.find((child): child is Element => isElement(child, 'p'))
  if (line) line.children.unshift(box)
  else item.children.unshift(box)
}

/** Headings are bold by themselves. */
function lighten(heading: Element): void {
  for (const element of elementsIn(heading)) {
    const style = propertyOf(element, 'style')
    if (style) element.properties.style = style.replace(/font-weight:\s*(bold|[6-9]00);?/gi, '')
  }
}

const titlePoints = 24

/** A doc's title is a paragraph in large letters. */
function nameTitle(paragraph: Element): void {
  const sizes = [...elementsIn(paragraph)]
    .filter((element) => element.tagName === 'span' && plainText(element) !== '')
    .map((element) => Number.parseFloat(styled(element, 'font-size')))
  if (sizes.length > 0 && sizes.every((points) => points >= titlePoints)) paragraph.tagName = 'h1'
}
