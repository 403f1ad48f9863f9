/** Paste from other programs: structure stays, everything that could do harm or is only theirs goes. */
import { tidyBody } from '@atelier/shared/docs/tidy-body'
import { Extension, type JSONContent } from '@tiptap/core'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { CellSelection } from '@tiptap/pm/tables'
import type { EditorView } from '@tiptap/pm/view'
import { deskOf } from '../references/reference-desk'
import { type Clipboard, kindOf, pasteLimits, readClipboard } from './clipboard-kinds'
import { pastePlace } from './paste-place'
import type { PasteReader } from './paste-reader'
import { putBody } from './put-body'

/** Of what our own editors copied: a room takes 64 levels (S16). */
const deepestOwn = 40

let reader: PasteReader | null = null
const loadReader = async (): Promise<PasteReader> => {
  reader ??= (await import('./paste-reader')).pasteReader
  return reader
}

export const PasteClipboard = Extension.create({
  name: 'pasteClipboard',
  // What is refused must be refused before anybody has read it.
  priority: 1000,
  onFocus() {
    loadReader().catch(() => undefined)
  },
  addProseMirrorPlugins() {
    const { editor } = this
    const refuse = () => deskOf(editor)?.refusePaste()
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            paste(view, event) {
              const { clipboardData: data } = event
              if (!data || !view.editable) return false
              const clipboard = readClipboard(data)
              if (pastePlace(editor, clipboard) || paste(view, clipboard, event, refuse)) {
                event.preventDefault()
                return true
              }
              return false
            },
          },
          transformPasted: (slice) => (isDeep(slice.content) ? flattened(slice) : slice),
        },
      }),
    ]
  },
})

/** Whether it was dealt with; false leaves it to the editor. */
function paste(
  view: EditorView,
  clipboard: Clipboard,
  event: ClipboardEvent,
  refuse: () => void,
): boolean {
  const kind = kindOf(clipboard)
  if (kind === 'too-large') {
    refuse()
    return true
  }
  const { selection } = view.state
  const isCode = selection.$from.parent.type.spec.code === true
  if (kind === 'as-usual' || isCode || wantsPlain(view) || isIntoCells(view, clipboard))
    return false
  if (kind === 'own') return pasteOwn(view, clipboard.html, event)
  if (kind === 'code') {
    put(view, codeBody(clipboard), refuse)
    return true
  }
  const read = (with_: PasteReader) =>
    put(view, kind === 'html' ? with_.html(clipboard.html) : with_.markdown(clipboard.text), refuse)
  if (reader) read(reader)
  else void loadReader().then(read, () => view.pasteText(clipboard.text))
  return true
}

function put(view: EditorView, body: JSONContent, refuse: () => void): void {
  if (view.isDestroyed) return
  const bytes = new TextEncoder().encode(JSON.stringify(body)).length
  if (bytes > pasteLimits.bodyBytes) refuse()
  else view.dispatch(putBody(view.state, body))
}

const codeBody = ({ text, codeMode }: Clipboard): JSONContent => ({
  type: 'doc',
  content: [
    {
      type: 'codeBlock',
      attrs: { language: codeMode || null },
      content: [{ type: 'text', text: text.replace(/\r\n?/g, '\n').replace(/\n$/, '') }],
    },
  ],
})

/** Cells go into cells: the table's own way of pasting knows how. */
const isIntoCells = (view: EditorView, { html }: Clipboard): boolean => {
  const { selection } = view.state
  if (selection instanceof CellSelection) return true
  const inTable = [...Array(selection.$from.depth).keys()].some(
    (depth) => selection.$from.node(depth + 1).type.name === 'table',
  )
  return inTable && /<table/i.test(html)
}

/** Shift was held: as plain text. ProseMirror has no public name for it. */
const wantsPlain = (view: EditorView): boolean =>
  (view as EditorView & { input?: { shiftKey?: boolean } }).input?.shiftKey === true

/** What calls itself a copy from an editor of ours need not be one. */
function pasteOwn(view: EditorView, html: string, event: ClipboardEvent): boolean {
  try {
    return view.pasteHTML(html, event)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    void loadReader().then(({ html: read }) => view.dispatch(putBody(view.state, read(html))))
    return true
  }
}

function isDeep(content: Fragment): boolean {
  let level: Node[] = [...content.content]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepestOwn) return true
    level = level.flatMap((node) => (node.isTextblock ? [] : [...node.content.content]))
  }
  return false
}

function flattened(slice: Slice): Slice {
  const { schema } = slice.content.firstChild?.type ?? {}
  if (!schema) return slice
  const { content = [] } = tidyBody({ content: slice.content.toJSON() })
  return new Slice(Fragment.from(content.map((block) => schema.nodeFromJSON(block))), 0, 0)
}
