import type { Editor, NodeViewRenderer } from '@tiptap/core'
import { drawIcon } from './block-icons'
import { hostOf } from './doc-host'
import { ignoreOutside, make, makeButton } from './view-parts'

const switches = new WeakMap<Node, (open: boolean) => void>()

/** A line that shows or hides what is under it. Whether it is open is each reader's own affair. */
export const toggleView: NodeViewRenderer = ({ editor, node }) => {
  const { words } = hostOf(editor)
  const dom = make('div', 'toggle')
  const contentDOM = make('div', 'toggle-body')
  const button = makeButton('toggle-switch', () => open(!('open' in dom.dataset)))
  const open = (isOpen: boolean) => {
    if (isOpen) dom.dataset.open = ''
    else delete dom.dataset.open
    button.setAttribute('aria-expanded', String(isOpen))
  }
  dom.dataset.type = 'details'
  button.append(drawIcon('chevron', 18))
  button.setAttribute('aria-label', words('toggle.switch'))
  dom.append(button, contentDOM)
  open(false)
  switches.set(dom, open)
  return {
    dom,
    contentDOM,
    ignoreMutation: ignoreOutside(contentDOM),
    stopEvent: ({ target }) => button.contains(target as Node),
    update: (updated) => updated.type === node.type,
  }
}

/** Shown or hidden by the style sheet, and so always there on paper. */
export const toggleContentView: NodeViewRenderer = () => {
  const dom = make('div', 'toggle-content')
  dom.dataset.type = 'detailsContent'
  return { dom, contentDOM: dom }
}

export const isToggleOpen = (dom: Node | null): boolean =>
  dom instanceof HTMLElement && 'open' in dom.dataset

export const openToggle = (editor: Editor, at: number, isOpen = true): void => {
  const dom = editor.view.nodeDOM(at)
  if (dom) switches.get(dom)?.(isOpen)
}

/** Opens every toggle around a place, for whoever leads people there. */
export function revealInToggles(element: Element | null): void {
  let toggle = element?.closest('.toggle')
  while (toggle) {
    switches.get(toggle)?.(true)
    toggle = toggle.parentElement?.closest('.toggle')
  }
}
