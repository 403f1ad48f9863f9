/** Files in a text: dropped, pasted, or chosen; and those that come along when something is pasted. */
import { newUuid } from '@atelier/shared/basics/uuid'
import { readUuid } from '@atelier/shared/docs/attributes'
import type { StoredFile } from '@atelier/shared/files/file'
import { type Editor, Extension } from '@tiptap/core'
import type { Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import { watchMissedFiles } from '../files/missed-files'
import { deskOf, emptyDesk, type FileDesk, type FilePick } from './file-desk'
import { putArrived, uploadPlaces, waitAt, waitNoMore } from './upload-places'
import { UploadViews } from './upload-views'
import { bringBack, keepWaiting } from './waiting-files'

export type DocFilesOptions = {
  desk: FileDesk | null
  /** Null where nothing can be added. */
  fragment: Y.XmlFragment | null
}

type Stored = { desk: FileDesk; fragment: Y.XmlFragment | null }

export const DocFiles = Extension.create<DocFilesOptions, Stored>({
  name: 'docFiles',
  addOptions: () => ({ desk: null, fragment: null }),
  addStorage() {
    return { desk: this.options.desk ?? emptyDesk(), fragment: this.options.fragment }
  },
  onCreate() {
    const { desk, fragment } = this.options
    if (desk && fragment) void bringBack(this.editor, fragment)
  },
  addProseMirrorPlugins() {
    const { desk, fragment } = this.options
    const { editor } = this
    if (!desk || !fragment) return []
    const views = new UploadViews(desk, (id) => takeBack(editor, views, id))
    return [
      uploadPlaces({ fragment, anchors: desk.anchors, draw: views.draw }),
      new Plugin({
        props: {
          handleDrop: (view, event) => takeDropped(editor, view, event),
          handlePaste: (_view, event) => takePasted(editor, event),
          transformPasted: (slice) => bringAlong(editor, slice),
        },
        view: () => {
          // Made anew whenever a menu adds a plugin of its own.
          const stops = [
            desk.showIn((id, stored) => {
              if (stored) settle(editor, views, id, stored)
              else waitEnds(editor, views, id)
            }),
            watchMissedFiles(desk.uploads),
            views.watch(),
          ]
          return { destroy: () => stops.forEach((stop) => void stop()) }
        },
      }),
    ]
  },
})

/** Each waits in the text, in this order, until it has arrived. */
export function addFiles(editor: Editor, files: readonly File[], at: number): void {
  const desk = deskOf(editor)
  const waiting = files.map((file) => ({ id: newUuid(), file }))
  const ids = waiting.map(({ id }) => id)
  for (const { id, file } of waiting) desk.uploads.add(id, file)
  const before = waitingIn(editor)
  editor.commands.command(({ tr }) => {
    waitAt(tr, at, ids)
    return true
  })
  const { fragment } = editor.storage.docFiles
  if (fragment) keepWaiting(editor, fragment, ids)
  const first = waitingIn(editor).find((dom) => !before.includes(dom))
  first?.scrollIntoView({ block: 'nearest' })
}

const waitingIn = ({ view }: Editor) => [...view.dom.querySelectorAll('[data-upload]')]

/** Asks for files, and adds them where the caret is. Only while a key or a press is handled. */
export function pickFiles(editor: Editor, kind: FilePick): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  if (kind === 'picture') input.accept = 'image/*'
  input.addEventListener('change', () => {
    if (!editor.isDestroyed && input.files) addFiles(editor, [...input.files], gapAtCaret(editor))
  })
  input.click()
}

/** Before an empty line, behind any other. */
function gapAtCaret(editor: Editor): number {
  const { $from, from } = editor.state.selection
  if (!$from.parent.isTextblock) return from
  return $from.parent.content.size === 0 ? $from.before() : $from.after()
}

function takeDropped(editor: Editor, view: EditorView, event: DragEvent): boolean {
  const files = [...(event.dataTransfer?.files ?? [])]
  if (view.dragging || files.length === 0 || !editor.isEditable) return false
  event.preventDefault()
  addFiles(editor, files, gapUnder(view, event))
  view.focus()
  return true
}

/** Above or under the line at the pointer, whichever is nearer. */
function gapUnder(view: EditorView, { clientX, clientY }: DragEvent): number {
  const { doc } = view.state
  const found = view.posAtCoords({ left: clientX, top: clientY })
  if (!found) return doc.content.size
  const $at = doc.resolve(found.pos)
  if (!$at.parent.isTextblock) return found.pos
  const line = view.nodeDOM($at.before())
  if (!(line instanceof Element)) return $at.after()
  const { top, bottom } = line.getBoundingClientRect()
  return clientY < (top + bottom) / 2 ? $at.before() : $at.after()
}

function takePasted(editor: Editor, { clipboardData }: ClipboardEvent): boolean {
  const files = [...(clipboardData?.files ?? [])]
  if (files.length === 0 || !editor.isEditable || hasWords(clipboardData)) return false
  addFiles(editor, files, gapAtCaret(editor))
  return true
}

/** Word and Excel send a picture of the words along with them: the words are what is wanted. */
export function hasWords(data: DataTransfer | null): boolean {
  const html = data?.getData('text/html') ?? ''
  const page = new DOMParser().parseFromString(html, 'text/html')
  return (page.body.textContent ?? '').trim() !== ''
}

function settle(editor: Editor, views: UploadViews, id: string, stored: StoredFile): void {
  const isSeen = isInWindow(views.draw(id))
  const desk = deskOf(editor)
  desk.passPreview(id, stored.id)
  editor.commands.command(({ state, tr }) => putArrived(state, tr, id, stored))
  views.forget(id)
  void desk.keeper?.settled(id)
  if (isSeen) showFile(editor, stored.id)
}

/** What arrives is larger than what waited for it, and would stand half under the edge of the window. */
function showFile(editor: Editor, file: string): void {
  editor.state.doc.descendants((node, at) => {
    const dom = node.attrs.file === file ? editor.view.nodeDOM(at) : null
    if (dom instanceof HTMLElement) dom.scrollIntoView({ block: 'nearest' })
  })
}

function isInWindow(dom: HTMLElement): boolean {
  const { top, bottom } = dom.getBoundingClientRect()
  return dom.isConnected && bottom > 0 && top < window.innerHeight
}

function takeBack(editor: Editor, views: UploadViews, id: string): void {
  const { uploads, keeper } = deskOf(editor)
  uploads.cancel(id)
  void keeper?.drop(id)
  waitEnds(editor, views, id)
  editor.view.focus()
}

function waitEnds(editor: Editor, views: UploadViews, id: string): void {
  deskOf(editor).dropPreview(id)
  editor.commands.command(({ tr }) => {
    waitNoMore(tr, id)
    return true
  })
  views.forget(id)
}

/** Files of another doc become files of this one too: whoever reads this one shall see them. */
function bringAlong(editor: Editor, slice: Slice): Slice {
  const ids = new Set<string>()
  slice.content.descendants((node) => {
    const id = ['picture', 'attachment'].includes(node.type.name) ? readUuid(node.attrs.file) : null
    if (id !== null) ids.add(id)
  })
  if (ids.size > 0) adopt(editor, [...ids])
  return slice
}

function adopt(editor: Editor, ids: string[]): void {
  const desk = deskOf(editor)
  desk.copy(ids).then(
    (files) => exchange(editor, files),
    (error: unknown) => desk.onNotCopied(error, () => adopt(editor, ids)),
  )
}

function exchange(editor: Editor, files: Readonly<Record<string, StoredFile>>): void {
  if (editor.isDestroyed) return
  editor.commands.command(({ tr }) => {
    tr.doc.descendants((node, at) => {
      const file = files[String(node.attrs.file)]
      if (file && file.id !== node.attrs.file) tr.setNodeAttribute(at, 'file', file.id)
    })
    return true
  })
}
