/** What lies in the clipboard, and what is to become of it. */
import { looksLikeMarkdown } from '@atelier/shared/docs/looks-like-markdown'

/** Beyond it the page would stand still while it is read: a book of some thousand pages. */
export const pasteLimits = {
  htmlLetters: 6_000_000,
  textLetters: 2_000_000,
  /** Of the blocks it became: they go to the server in one frame, which has room for 4 MB. */
  bodyBytes: 3_000_000,
} as const

export type Clipboard = {
  html: string
  text: string
  files: number
  /** The language of code that an editor of code put there. */
  codeMode: string | null
}

export type PasteKind = 'too-large' | 'own' | 'code' | 'html' | 'markdown' | 'as-usual'

export function kindOf({ html, text, files, codeMode }: Clipboard): PasteKind {
  if (html.length > pasteLimits.htmlLetters || text.length > pasteLimits.textLetters) {
    return 'too-large'
  }
  if (codeMode !== null && /\n/.test(text.trimEnd())) return 'code'
  if (html !== '') {
    if (/<[^>]+\sdata-pm-slice=/.test(html.slice(0, 10_000))) return 'own'
    // A picture that was copied from a page is a file, and beside it the page's word for it.
    return files > 0 && !hasWords(html) ? 'as-usual' : 'html'
  }
  return looksLikeMarkdown(text) ? 'markdown' : 'as-usual'
}

const hasWords = (html: string) => /\S/.test(html.slice(0, 200_000).replace(/<[^>]*>/g, ''))

export function readClipboard(data: DataTransfer): Clipboard {
  const types = [...data.types]
  return {
    html: data.getData('text/html'),
    text: data.getData('text/plain'),
    files: data.files.length,
    codeMode: types.includes('vscode-editor-data')
      ? modeIn(data.getData('vscode-editor-data'))
      : null,
  }
}

function modeIn(json: string): string | null {
  try {
    const { mode } = JSON.parse(json) as { mode?: unknown }
    return typeof mode === 'string' ? mode : ''
  } catch {
    return null
  }
}
