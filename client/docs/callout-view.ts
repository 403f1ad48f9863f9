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
  const button: HTMLElement = editor.isEditable
    ? makeButton('callout-tone', () =>
        host.ask({ kind: 'tone', at: placeOf(props), beside: button }),
      )
    : make('span', 'callout-tone')
  dom.setAttribute('role', 'note')
  button.contentEditable = 'false'
  dom.append(button, contentDOM)

  const draw = (node: typeof props.node) => {
    const tone = readCalloutTone(node.attrs.tone) ?? 'info'
    if (dom.dataset.tone === tone) return
    const name = host.words(`tone.${tone}`)
    dom.dataset.tone = tone
    dom.setAttribute('aria-label', name)
    button.replaceChildren(drawIcon(tone, 18))
    if (!editor.isEditable) return
    button.setAttribute('aria-haspopup', 'menu')
    button.setAttribute('aria-label', host.words('tone.change', { name }))
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
