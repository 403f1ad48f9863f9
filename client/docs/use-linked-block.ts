import { useSearch } from '@tanstack/react-router'
import { Selection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { toast } from '../ui/toast'
import { placeOfBlock } from './block-links'
import type { DocDesk } from './doc-desk'
import { revealInToggles } from './toggle-view'

/** Where an address has led already, and somebody has gone on: another mode's editor stays where they are. */
const arrived = new WeakMap<Y.Doc, string>()
/** Where an address led nowhere, which is said once. */
const missed = new WeakMap<Y.Doc, string>()

/** The block an address leads to is shown, marked for a moment, and where one reads or writes on. */
export function useLinkedBlock({ editor, room: { doc } }: DocDesk): void {
  const { block } = useSearch({ from: '/inside/docs/$docId' })
  const { t } = useTranslation('blocks')
  useEffect(() => {
    if (block === undefined || arrived.get(doc) === block) return
    // It may be among what others wrote while this device was away.
    const later = () => lead(editor, block) && stop()
    const stop = () => void editor.off('transaction', later)
    // Whoever has gone on by themselves is led nowhere any more.
    const stopWatching = onFirstInput(() => {
      arrived.set(doc, block)
      stop()
    })
    if (lead(editor, block)) return stopWatching
    if (missed.get(doc) !== block) toast({ text: t('block.linkGone') })
    missed.set(doc, block)
    editor.on('transaction', later)
    return () => {
      stop()
      stopWatching()
    }
  }, [editor, doc, block, t])
}

/** An editor is made anew as long as a page comes up, as for whoever may only read. */
function onFirstInput(tell: () => void): () => void {
  const inputs = ['pointerdown', 'keydown', 'wheel'] as const
  for (const input of inputs) document.addEventListener(input, tell, { once: true })
  return () => {
    for (const input of inputs) document.removeEventListener(input, tell)
  }
}

function lead(editor: Editor, name: string): boolean {
  const at = editor.isDestroyed ? null : placeOfBlock(editor, name)
  const dom = at === null ? null : editor.view.nodeDOM(at)
  if (at === null || !(dom instanceof HTMLElement)) return false
  revealInToggles(dom)
  dom.scrollIntoView({ block: 'center' })
  editor
    .chain()
    .command(({ tr }) => {
      tr.setSelection(Selection.near(tr.doc.resolve(at + 1)))
      return true
    })
    .focus(undefined, { scrollIntoView: false })
    .run()
  // Whose text cannot be written in gets no caret.
  if (!editor.isEditable) editor.view.dom.focus({ preventScroll: true })
  mark(dom)
  return true
}

/** Drawn by the browser alone: an attribute would be taken for an edit. */
function mark(dom: HTMLElement): void {
  const there = {
    backgroundColor: 'var(--color-accent-soft)',
    boxShadow: `0 0 0 6px var(--color-accent-soft)`,
  }
  const gone = { backgroundColor: 'transparent', boxShadow: '0 0 0 6px transparent' }
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  dom.animate(isStill ? [there, there] : [there, { ...there, offset: 0.95 }, gone], 2400)
}
