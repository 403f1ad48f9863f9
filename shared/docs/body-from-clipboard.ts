/** A doc's body out of HTML that somebody pastes, from whatever program. Needs no browser. */
import type { JSONContent } from '@tiptap/core'
import { fromHtml } from 'hast-util-from-html'
import { bodyFromHast } from './body-from-hast'
import { isFromGoogle, tidyGoogle } from './google-tree'
import { unlessTooDeep } from './nesting'
import { tidyPage } from './page-tree'
import { isFromWord, tidyWord } from './word-tree'

export const bodyFromClipboard = (html: string): JSONContent =>
  unlessTooDeep(
    () => {
      const page = fromHtml(lessDeep(fragmentOf(html)), { fragment: true })
      if (isFromWord(html)) tidyWord(page)
      if (isFromGoogle(html)) tidyGoogle(page)
      tidyPage(page)
      return bodyFromHast(page, { spaces: 'collapse' })
    },
    () => html.replace(/<[^>]*>/g, ' '),
  )

/** Windows marks in a page what was copied of it. */
const fragmentOf = (html: string): string =>
  /<!--\s*StartFragment\s*-->([\s\S]*?)<!--\s*EndFragment\s*-->/.exec(html)?.[1] ?? html

/** So deep is nothing that people made; the parser, and what walks through its tree, is recursive. */
const deepest = { blocks: 16, all: 200 }
/** What a doc has blocks in blocks for: nobody reads more of them in each other. */
const nesting = new Set(['blockquote', 'ul', 'ol', 'menu', 'table', 'details', 'aside'])
/** They stand alone, or end by themselves where the next one begins. */
const uncounted = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd td th tr thead tbody tfoot option colgroup'.split(
    ' ',
  ),
)

/** Without the tags below: what is in them stands where they stood. */
function lessDeep(html: string): string {
  const depth = { blocks: 0, all: 0 }
  return html.replace(/<(\/?)([a-z][\w:-]*)[^>]*>/gi, (tag, slash: string, word: string) => {
    const name = word.toLowerCase()
    if (uncounted.has(name) || tag.endsWith('/>')) return tag
    const counted = nesting.has(name) ? 'blocks' : 'all'
    if (slash === '') depth[counted]++
    const isKept = depth[counted] <= deepest[counted]
    if (slash !== '') depth[counted] = Math.max(0, depth[counted] - 1)
    return isKept ? tag : ''
  })
}
