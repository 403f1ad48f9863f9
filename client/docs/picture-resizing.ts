/** A picture is made wider or narrower by its edges, by keys and by its menu: never by a drag only. */
import type { Editor } from '@tiptap/core'
import type { PictureFacts } from './picture-facts'
import { make } from './view-parts'

const narrowest = 80
const widest = 2000

type Resized = {
  frame: HTMLElement
  getPos: () => number | undefined
  facts: () => PictureFacts
}

/** Handles at both edges; the width is written once, when the edge is let go. */
export function resizable(editor: Editor, { frame, getPos, facts }: Resized) {
  const edges = (['start', 'end'] as const).map((side) => {
    const edge = make('span', 'picture-edge')
    edge.dataset.side = side
    edge.setAttribute('aria-hidden', 'true')
    edge.addEventListener('pointerdown', (event) => pull(event, side, edge))
    return edge
  })
  if (editor.isEditable) frame.append(...edges)

  function pull(down: PointerEvent, side: 'start' | 'end', edge: HTMLElement) {
    if (down.button !== 0) return
    down.preventDefault()
    edge.setPointerCapture(down.pointerId)
    const before = frame.getBoundingClientRect().width
    const isRtl = getComputedStyle(frame).direction === 'rtl'
    const away = (side === 'end') !== isRtl ? 1 : -1
    // A picture in the middle grows on both sides.
    const share = facts().align === 'center' ? 2 : 1
    const most = frame.parentElement?.clientWidth ?? widest
    let width = before
    const move = ({ clientX }: PointerEvent) => {
      width = within(before + (clientX - down.clientX) * away * share, most)
      frame.style.inlineSize = `${width}px`
      frame.dataset.resizing = ''
    }
    const end = () => {
      edge.removeEventListener('pointermove', move)
      edge.removeEventListener('pointerup', end)
      edge.removeEventListener('pointercancel', end)
      delete frame.dataset.resizing
      const at = getPos()
      if (at !== undefined && Math.round(width) !== Math.round(before)) {
        setPictureWidth(editor, at, width)
      }
    }
    edge.addEventListener('pointermove', move)
    edge.addEventListener('pointerup', end)
    edge.addEventListener('pointercancel', end)
  }

  return {
    owns: ({ target }: Event) => edges.some((edge) => edge === target),
  }
}

const within = (width: number, most = widest) =>
  Math.round(Math.min(most, widest, Math.max(narrowest, width)))

/** Null for as wide as it is. A picture as wide as the text is no longer, once it has a width. */
export function setPictureWidth(editor: Editor, at: number, width: number | null): void {
  editor.commands.command(({ tr }) => {
    const node = tr.doc.nodeAt(at)
    if (node?.type.name !== 'picture') return false
    tr.setNodeAttribute(at, 'width', width === null ? null : within(width))
    if (node.attrs.align === 'wide') tr.setNodeAttribute(at, 'align', 'center')
    return true
  })
}

const step = 40

/** One step wider (1) or narrower (-1) than it is shown; the new width, null where it is no picture. */
export function stepPictureWidth(editor: Editor, at: number, direction: 1 | -1): number | null {
  const dom = editor.view.nodeDOM(at)
  const frame = dom instanceof HTMLElement ? dom.querySelector('.picture-frame') : null
  if (!frame || !(dom instanceof HTMLElement)) return null
  const facts = editor.state.doc.nodeAt(at)?.attrs
  // The key before may not be drawn yet: what it wrote counts.
  const written = typeof facts?.width === 'number' && facts.align !== 'wide' ? facts.width : null
  const shown = written ?? frame.getBoundingClientRect().width
  const width = within(Math.min(shown, dom.clientWidth) + direction * step, dom.clientWidth)
  setPictureWidth(editor, at, width)
  return width
}
