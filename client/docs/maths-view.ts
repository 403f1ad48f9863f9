import { readLatex } from '@atelier/shared/docs/maths'
import type { NodeViewRenderer, NodeViewRendererProps } from '@tiptap/core'
import { type DocHost, hostOf } from './doc-host'
import { setMaths } from './set-maths'
import { make, placeOf } from './view-parts'

/** A formula; a click on it, or Enter once it is chosen, opens what it is written in. */
const mathsView =
  (tag: 'span' | 'div'): NodeViewRenderer =>
  (props) => {
    const { editor } = props
    const host = hostOf(editor)
    const dom = make(tag, 'maths')
    const drawing = make('span', 'maths-drawing')
    let shown = props.node
    dom.append(drawing)
    dom.dataset.math = ''
    draw(host, { dom, drawing, latex: latexOf(shown), display: tag === 'div' })
    dom.addEventListener('click', () => {
      if (editor.isEditable) host.ask({ kind: 'maths', at: placeOf(props), beside: dom })
    })
    return {
      dom,
      ignoreMutation: () => true,
      update(node) {
        if (node.type !== shown.type) return false
        const latex = latexOf(node)
        if (latex !== latexOf(shown)) draw(host, { dom, drawing, latex, display: tag === 'div' })
        shown = node
        return true
      },
    }
  }

export const inlineMathsView = mathsView('span')
export const blockMathsView = mathsView('div')

const latexOf = (node: NodeViewRendererProps['node']): string => readLatex(node.attrs.latex) ?? ''

function draw(
  host: DocHost,
  {
    dom,
    drawing,
    latex,
    display,
  }: { dom: HTMLElement; drawing: HTMLElement; latex: string; display: boolean },
): void {
  if (latex.trim() === '') {
    dom.dataset.empty = ''
    drawing.removeAttribute('data-wrong')
    drawing.dataset.latex = ''
    drawing.textContent = host.words('maths.empty')
    return
  }
  delete dom.dataset.empty
  setMaths(drawing, latex, display)
}
