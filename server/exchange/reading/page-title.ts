/** What a page of HTML is called: by its first heading, or else by its head. */
import { plainText } from '@atelier/shared/docs/hast-walk'
import { isElement } from '@atelier/shared/docs/reading-hast'
import type { Root } from 'hast'
import { drop, findElement } from './hast-changes'

/** `rest` is the page without the heading that is its title. */
export function titleOfPage(page: Root): { title: string | null; rest: Root } {
  const heading = findElement(page, (element) => isElement(element, 'h1'))
  const text = heading ? plainText(heading) : ''
  if (heading && text !== '') {
    drop(heading)
    return { title: text, rest: page }
  }
  const named = findElement(page, (element) => isElement(element, 'title'))
  return { title: (named && plainText(named)) || null, rest: page }
}
