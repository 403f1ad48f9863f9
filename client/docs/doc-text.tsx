import { readUuid } from '@atelier/shared/docs/attributes'
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import type { DocContent } from '@atelier/shared/docs/doc-lists'
import { readFileName, readFileSize } from '@atelier/shared/docs/media'
import type { NodeViewRenderer } from '@tiptap/core'
import { EditorContent, useEditor } from '@tiptap/react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { calloutView } from './callout-view'
import { CodeColours } from './code-colours'
import { DocHost, HostedDoc } from './doc-host'
import { blockMathsView, inlineMathsView } from './maths-view'
import { toggleContentView, toggleView } from './toggle-view'
import { make } from './view-parts'
import './prose.css'
import './tables.css'
import './blocks.css'
import './inert.css'
import './editor.css'
import './doc-text.css'

/** A doc's text to be read, of which nothing is live: mentions are words, pictures come from `fileAt`. */
export function DocText({
  body,
  fileAt,
}: Pick<DocContent, 'body'> & { fileAt: (id: string) => string }) {
  const { t: words } = useTranslation('blocks')
  const { t } = useTranslation('docs')
  const { locale } = useFormat()
  const host = useMemo(() => {
    const made = new DocHost()
    made.words = (key, holes) => words(key, { ...holes })
    return made
  }, [words])
  const editor = useEditor(
    {
      extensions: [
        ...docExtensions({ task: (text) => t('task', { text }) }, stillViews(fileAt, locale)),
        CodeColours,
        HostedDoc.configure({ host }),
      ],
      content: body,
      editable: false,
      editorProps: {
        attributes: { class: 'doc-prose', 'aria-label': t('body'), role: 'document' },
      },
    },
    [body, host],
  )
  return <EditorContent editor={editor} className="doc-body" />
}

const stillViews = (fileAt: (id: string) => string, locale: string) => ({
  callout: calloutView,
  details: toggleView,
  detailsContent: toggleContentView,
  inlineMath: inlineMathsView,
  blockMath: blockMathsView,
  picture: pictureView(fileAt),
  attachment: attachmentView(fileAt, locale),
})

function pictureView(fileAt: (id: string) => string): NodeViewRenderer {
  return ({ node: { attrs } }) => {
    const dom = make('figure', 'still-picture')
    const file = readUuid(attrs.file)
    const image = document.createElement('img')
    image.alt = String(attrs.alt ?? '')
    image.loading = 'lazy'
    for (const side of ['width', 'height'] as const) {
      const pixels: unknown = side === 'width' ? attrs.pixelWidth : attrs.pixelHeight
      if (typeof pixels === 'number') image[side] = pixels
    }
    if (typeof attrs.width === 'number') image.style.inlineSize = `${attrs.width}px`
    if (file !== null) image.src = fileAt(file)
    dom.dataset.align = String(attrs.align)
    dom.append(image)
    if (attrs.caption) {
      const caption = document.createElement('figcaption')
      caption.textContent = String(attrs.caption)
      dom.append(caption)
    }
    return { dom }
  }
}

function attachmentView(fileAt: (id: string) => string, locale: string): NodeViewRenderer {
  const kilobytes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte' })
  return ({ node: { attrs } }) => {
    const dom = make('p', 'still-file')
    const file = readUuid(attrs.file)
    const link = document.createElement(file === null ? 'span' : 'a')
    const size = readFileSize(attrs.size) ?? 0
    const name = readFileName(attrs.name) || '…'
    link.textContent = `${name} (${kilobytes.format(Math.ceil(size / 1000))})`
    if (file !== null) link.setAttribute('href', `${fileAt(file)}?download`)
    dom.append(link)
    return { dom }
  }
}
