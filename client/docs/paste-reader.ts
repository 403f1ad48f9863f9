/** What reads HTML and Markdown; fetched when somebody begins to write. */
import { bodyFromClipboard } from '@atelier/shared/docs/body-from-clipboard'
import { bodyFromMarkdown } from '@atelier/shared/docs/body-from-markdown'
import type { JSONContent } from '@tiptap/core'

export type PasteReader = {
  html: (html: string) => JSONContent
  markdown: (text: string) => JSONContent
}

export const pasteReader: PasteReader = { html: bodyFromClipboard, markdown: bodyFromMarkdown }
