/** From what is drawn to the document, and back. */
import type { Editor } from '@tiptap/core'
import type { ResolvedPos } from '@tiptap/pm/model'
import { blockDepth, isBlock } from './blocks-at'

/** Where the block is that is drawn as `dom`; undefined once it is gone. */
export function placeOfDom(editor: Editor, dom: Element): number | undefined {
  if (editor.isDestroyed || !editor.view.dom.contains(dom)) return undefined
  const $at = editor.state.doc.resolve(editor.view.posAtDOM(dom, 0))
  if (editor.view.nodeDOM($at.pos) === dom) return $at.pos
  for (let depth = $at.depth; depth > 0; depth--) {
    if (editor.view.nodeDOM($at.before(depth)) === dom) return $at.before(depth)
  }
  return undefined
}

/** The block somebody means who points there: in the margin the outermost one, inside the innermost. */
export function blockAtPoint(editor: Editor, left: number, top: number): HTMLElement | null {
  const { view } = editor
  const box = view.dom.getBoundingClientRect()
  const isInside = left > box.left && left < box.right
  const found = view.posAtCoords({ left: isInside ? left : box.left + 12, top })
  if (!found) return null
  const $at = view.state.doc.resolve(found.pos)
  const node = found.inside >= 0 ? view.state.doc.nodeAt(found.inside) : null
  const depth = isInside ? innermost($at) : outermost($at)
  const at = node?.isBlock && node.isAtom ? found.inside : depth > 0 ? $at.before(depth) : null
  const dom = at === null ? null : view.nodeDOM(at)
  return dom instanceof HTMLElement ? dom : null
}

/** The first block of a callout stands beside its picture: there the callout is meant. */
function innermost($at: ResolvedPos): number {
  const depth = blockDepth($at)
  const isFirst = depth > 1 && $at.index(depth - 1) === 0
  return isFirst && $at.node(depth - 1).type.name === 'callout' ? depth - 1 : depth
}

function outermost($at: ResolvedPos): number {
  for (let depth = 1; depth <= $at.depth; depth++) if (isBlock($at, depth)) return depth
  return 0
}
