/** A file in the text: what it is, how large, and a way to take it home. */
import { readUuid } from '@atelier/shared/docs/attributes'
import { readFileName, readFileSize } from '@atelier/shared/docs/media'
import type { NodeViewRenderer } from '@tiptap/core'
import type { Node as DocNode } from '@tiptap/pm/model'
import { downloadAddress } from '../api/file-address'
import { fileKind } from '../files/file-kind'
import { fileSizeIn } from '../files/file-size'
import { drawIcon } from './block-icons'
import { downloadKept } from './download-link'
import { deskOf } from './file-desk'
import { make } from './view-parts'

export const attachmentView: NodeViewRenderer = (props) => {
  const desk = deskOf(props.editor)
  const dom = make('div', 'attachment')
  const link = make('a', 'attachment-link')
  const icon = make('span', 'attachment-icon')
  const name = make('span', 'attachment-name')
  const about = make('span', 'attachment-about')
  const words = make('span', 'attachment-words')
  let shown = props.node

  dom.dataset.attachment = ''
  link.draggable = false
  words.append(name, about)
  link.append(icon, words, drawIcon('download', 18))
  dom.append(link)

  const draw = (node: DocNode) => {
    const file = readUuid(node.attrs.file)
    const called = readFileName(node.attrs.name) || desk.words('file.unnamed')
    const size = readFileSize(node.attrs.size) ?? 0
    const kind = fileKind(String(node.attrs.mime), called)
    const facts = [desk.words(`file.kinds.${kind}`), size > 0 ? fileSizeIn(desk.locale, size) : '']
    icon.replaceChildren(drawIcon(iconOf(kind), 20))
    icon.dataset.kind = kind
    name.textContent = called
    about.textContent = facts.filter(Boolean).join(' · ')
    link.download = called
    if (file === null) link.removeAttribute('href')
    else link.href = downloadAddress(file)
    link.setAttribute(
      'aria-label',
      desk.words('file.download', { name: called, facts: about.textContent }),
    )
  }
  link.addEventListener('click', (event) => {
    const file = readUuid(shown.attrs.file)
    if (file === null || navigator.onLine) return
    event.preventDefault()
    void downloadKept(desk, file, link.download)
  })
  draw(shown)
  return {
    dom,
    ignoreMutation: () => true,
    update(node) {
      if (node.type !== shown.type) return false
      if (node.attrs !== shown.attrs) draw(node)
      shown = node
      return true
    },
  }
}

const iconOf = (kind: ReturnType<typeof fileKind>) =>
  kind === 'picture' ? 'picture' : kind === 'archive' ? 'archive' : 'file'
