/** For tests: editors of people who see and write comments in one doc. */
import { encodeAnchor } from '@atelier/shared/comments/anchor'
import { anchorToText } from '@atelier/shared/comments/anchor-text'
import type { Held } from '@atelier/shared/comments/held'
import { holdOn } from '@atelier/shared/comments/mark-places'
import type { Moved } from '@atelier/shared/comments/rewritten'
import { placesKey } from '@atelier/shared/comments/thread-places'
import { docBody } from '@atelier/shared/docs/doc'
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import { twoCopies } from '@atelier/shared/docs/testing-copies-edits'
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import type * as Y from 'yjs'
import { CommentMarks } from './comment-marks'
import { CommentStore } from './comment-store'

const editors: Editor[] = []

export function closeDesks(): void {
  for (const editor of editors.splice(0)) editor.destroy()
}

export type Desk = { editor: Editor; store: CommentStore; moved: Moved[]; threads: Held[] }

export function deskOn(fragment: Y.XmlFragment, mayMove = true): Desk {
  const store = new CommentStore()
  const moved: Moved[] = []
  store.mayMove = mayMove
  store.onMoved = (found) => moved.push(...found)
  store.later = (look) => clearTimeout.bind(null, setTimeout(look, 10))
  const editor = new Editor({
    extensions: [
      ...docExtensions(),
      Collaboration.configure({ fragment }),
      CommentMarks.configure({ store }),
    ],
  })
  editors.push(editor)
  return { editor, store, moved, threads: [] }
}

export const paragraph = (text: string) => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
})
export const line = 'Twelve of a hundred parts leave the line as scrap.'

/** Two people in one doc; `exchange` sends each what the other wrote. */
export function together(...text: string[]) {
  const update = newDocUpdate({ title: '', body: { type: 'doc', content: text.map(paragraph) } })
  const { one: adas, other: bens, exchange } = twoCopies(update)
  return { ada: deskOn(docBody(adas)), ben: deskOn(docBody(bens)), adas, bens, exchange }
}

export function rangeOf({ editor }: Desk, words: string) {
  let from = -1
  editor.state.doc.descendants((node, at) => {
    const index = node.isText ? (node.text ?? '').indexOf(words) : -1
    if (index >= 0) from = at + index
  })
  return { from, to: from + words.length }
}

/** Somebody comments on these words, and everybody is told. */
export function talkAbout(id: string, words: string, by: Desk, ...all: Desk[]): Held {
  const held = holdOn(by.editor.state, rangeOf(by, words))
  if (!held) throw new Error('nothing to hold on to')
  const thread = { id, text: anchorToText(encodeAnchor(held.anchor)), ...held, resolved: false }
  for (const desk of all) show(desk, [...desk.threads, thread])
  return thread
}
export function show(desk: Desk, threads: Held[], activeId: string | null = null): void {
  desk.threads = threads
  const shown = { threads, activeId, composing: null }
  desk.editor.view.dispatch(desk.editor.state.tr.setMeta(placesKey, { shown }))
}
/** As the server passes on what somebody’s editor told it. */
export function passOn({ moved }: Desk, ...all: Desk[]): void {
  for (const { id, anchor, quote } of moved.splice(0)) {
    const text = anchorToText(encodeAnchor(anchor))
    for (const desk of all) {
      const told = desk.threads.map((one) =>
        one.id === id ? { ...one, text, anchor, quote } : one,
      )
      show(desk, told)
    }
  }
}

export const drawn = ({ editor }: Desk, id = 'a') =>
  [...editor.view.dom.querySelectorAll(`[data-thread="${id}"]`)].map((mark) => mark.textContent)
export const microtask = () => Promise.resolve()
