import { NodeSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { GripVertical } from 'lucide-react'
import { type DragEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { blockAtPoint, placeOfDom } from './block-dom'
import { hostOf } from './doc-host'

type Held = { holder: HTMLElement; dom: HTMLElement; top: number; start: number }

/**
 * A grip beside the block under the pointer: dragged it moves the block, pressed it opens its menu.
 * It looks at the document only when the pointer moves, never when somebody types. By keyboard the
 * same is done from inside the text: see block-keys.ts.
 */
export function BlockHandle({ editor }: { editor: Editor }) {
  const { t } = useTranslation('blocks')
  const grip = useRef<HTMLButtonElement>(null)
  const held = useBlockUnderPointer(editor, grip)
  if (!held) return null
  const place = () => placeOfDom(editor, held.dom)
  const press = () => {
    if (grip.current) hostOf(editor).ask({ kind: 'block', at: place, beside: grip.current })
  }
  return createPortal(
    <button
      ref={grip}
      type="button"
      tabIndex={-1}
      className="block-grip"
      draggable
      aria-label={t('block.handle')}
      title={t('block.handle')}
      style={{ insetBlockStart: held.top, insetInlineStart: held.start }}
      onClick={press}
      onDragStart={(event) => drag(editor, place(), held.dom, event)}
      onDragEnd={() => drop(editor)}
    >
      <GripVertical size={16} aria-hidden />
    </button>,
    held.holder,
  )
}

function drag(editor: Editor, at: number | undefined, dom: HTMLElement, event: DragEvent): void {
  if (at === undefined) return
  const { view } = editor
  const node = NodeSelection.create(view.state.doc, at)
  view.dispatch(view.state.tr.setSelection(node))
  const slice = node.content()
  event.dataTransfer.setData('text/html', view.serializeForClipboard(slice).dom.innerHTML)
  event.dataTransfer.effectAllowed = 'move'
  event.dataTransfer.setDragImage(dom, 0, 0)
  // ProseMirror's own: with `node` it takes out what was dragged, wherever it is by then.
  view.dragging = { slice, move: true, node } as typeof view.dragging
}

function drop(editor: Editor): void {
  if (!editor.isDestroyed) editor.view.dragging = null
}

function useBlockUnderPointer(
  editor: Editor,
  grip: RefObject<HTMLButtonElement | null>,
): Held | null {
  const [held, setHeld] = useState<Held | null>(null)
  useEffect(() => {
    let stop: (() => void) | undefined
    // An editor has no view before it is on the page.
    const start = () => {
      stop = followPointer(editor, grip, setHeld)
    }
    if (editor.isInitialized) start()
    else editor.on('create', start)
    return () => {
      editor.off('create', start)
      stop?.()
    }
  }, [editor, grip])
  return held
}

function followPointer(
  editor: Editor,
  grip: RefObject<HTMLButtonElement | null>,
  hold: (next: (before: Held | null) => Held | null) => void,
): (() => void) | undefined {
  const { dom } = editor.view
  const around = dom.parentElement
  const column = around?.closest<HTMLElement>('.doc-sheet, .rich-text')
  if (!around || !column) return undefined
  // The editor takes along all that stands around it when it goes, and what React drew is not its own.
  const holder = document.createElement('div')
  around.append(holder)
  let frame = 0
  let last: PointerEvent | null = null
  const look = () => {
    frame = 0
    if (!last || editor.isDestroyed || last.buttons > 0 || hostOf(editor).asked) return
    if (grip.current?.contains(last.target as Node)) return
    const block = blockAtPoint(editor, last.clientX, last.clientY)
    hold((before) => (block && before?.dom === block ? before : heldBy(around, holder, block)))
  }
  const move = (event: PointerEvent) => {
    last = event
    frame ||= requestAnimationFrame(look)
  }
  const leave = () => {
    last = null
    // What was asked about stays beside its grip.
    if (!hostOf(editor).asked) hold(() => null)
  }
  column.addEventListener('pointermove', move)
  column.addEventListener('pointerleave', leave)
  dom.addEventListener('keydown', leave)
  return () => {
    cancelAnimationFrame(frame)
    holder.remove()
    column.removeEventListener('pointermove', move)
    column.removeEventListener('pointerleave', leave)
    dom.removeEventListener('keydown', leave)
  }
}

/** Measured from the box around the editor, in which the grip stands. */
function heldBy(around: HTMLElement, holder: HTMLElement, block: HTMLElement | null): Held | null {
  if (!block) return null
  const frame = around.getBoundingClientRect()
  const box = block.getBoundingClientRect()
  const isRtl = getComputedStyle(around).direction === 'rtl'
  const line = Number.parseFloat(getComputedStyle(block).lineHeight) || 28
  const inset = block.tagName === 'LI' && block.dataset.type === undefined ? 44 : 24
  const start = isRtl ? frame.right - box.right : box.left - frame.left
  return { holder, dom: block, top: box.top - frame.top + (line - 24) / 2, start: start - inset }
}
