/** A doc's body out of a page of HTML, from whomever: see `bodyFromHast`. Needs no browser. */
import type { JSONContent } from '@tiptap/core'
import { fromHtml } from 'hast-util-from-html'
import { bodyFromHast } from './body-from-hast'
import { unlessTooDeep } from './nesting'
import type { ReadingWishes } from './reading-hast'

export const bodyFromHtml = (
  html: string,
  wishes: Omit<ReadingWishes, 'spaces'> = {},
): JSONContent =>
  unlessTooDeep(
    () => bodyFromHast(fromHtml(html, { fragment: true }), { ...wishes, spaces: 'collapse' }),
    () => withoutTags(html),
  )

export const withoutTags = (html: string): string => html.replace(/<[^<>]*>/g, ' ')
