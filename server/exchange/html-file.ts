/** A doc as one page that needs nothing else, does nothing, and prints well. */
import { hastOfBlocks } from '@atelier/shared/docs/hast-from-body'
import { toHtml } from 'hast-util-to-html'
import katex from 'katex'
import { htmlStyle } from './html-style'
import type { WriteJob } from './jobs'

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

export function writeHtmlFile({
  title,
  body,
  files,
  people,
  origin,
  language,
  words,
}: WriteJob): Uint8Array {
  const byId = new Map(files.map((file) => [file.id, file]))
  const content = hastOfBlocks(body.content ?? [], {
    fileAt(id) {
      const file = byId.get(id)
      if (!file?.isPicture) return `${origin}/api/files/${id}`
      return `data:${file.mime};base64,${Buffer.from(file.bytes).toString('base64')}`
    },
    nameOf: (id) => people[id] ?? '',
    linkTo: (address) => origin + address,
    maths,
  })
  const name = title || words.untitled
  const page = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(name)}</title>
<style>${htmlStyle}</style>
</head>
<body dir="auto">
<main>
<h1 class="title" dir="auto">${escaped(name)}</h1>
${toHtml(content, { allowDangerousHtml: true })}
</main>
</body>
</html>
`
  return new TextEncoder().encode(page)
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** MathML, which browsers set without any font of ours. Null where it is no LaTeX we know. */
function maths(latex: string, isBlock: boolean): string | null {
  try {
    return katex.renderToString(latex, {
      output: 'mathml',
      displayMode: isBlock,
      trust: false,
      strict: 'ignore',
      maxExpand: 200,
      maxSize: 20,
    })
  } catch {
    return null
  }
}
