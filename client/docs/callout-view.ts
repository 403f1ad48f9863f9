import { readCalloutTone } from '@atelier/shared/docs/callout'
import type { NodeViewRenderer } from '@tiptap/core'
import { drawIcon } from './block-icons'
import { hostOf } from './doc-host'
import { ignoreOutside, make, makeButton, placeOf } from './view-parts'

/** A note set apart, with the picture of its tone, which is also the button that changes it. */
export const calloutView: NodeViewRenderer = (props) => {
  const { editor } = props
  const host = hostOf(editor)
  const dom = make('aside', 'callout')
  const contentDOM = make('div', 'callout-body')
  const button = makeButton('callout-tone', () =>
    host.ask({ kind: 'tone', at: placeOf(props), beside: button }),
  )
  button.setAttribute('aria-haspopup', 'menu')
  dom.setAttribute('role', 'note')
  dom.append(button, contentDOM)

  const draw = (node: typeof props.node) => {
    const tone = readCalloutTone(node.attrs.tone) ?? 'info'
    if (dom.dataset.tone === tone) return
    const name = host.words(`tone.${tone}`)
    dom.dataset.tone = tone
    dom.setAttribute('aria-label', name)
    button.replaceChildren(drawIcon(tone, 18))
    button.setAttribute('aria-label', host.words('tone.change', { name }))
    button.disabled = !editor.isEditable
  }
  draw(props.node)
  return {
    dom,
    contentDOM,
    ignoreMutation: ignoreOutside(contentDOM),
    stopEvent: ({ target }) => button.contains(target as Node),
    update(node) {
      if (node.type !== props.node.type) return false
      draw(node)
      return true
    },
  }
}
