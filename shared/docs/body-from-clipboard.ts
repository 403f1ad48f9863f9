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
      const page = fromHtml(fragmentOf(html), { fragment: true })
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
