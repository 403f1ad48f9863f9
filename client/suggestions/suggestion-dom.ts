/** What is suggested, as elements that are no part of the text. */

import type { JSONContent } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import { personColour, personTint } from '../ui/palette'
import { drawContent } from './draw-content'
import type { Entry, Look, SuggestionStore } from './suggestion-store'

/** For a decoration of the text itself. `isActive`: it is pointed at. */
export function attributesOf(
  { id, fork }: Entry,
  look: Look,
  { isActive, say }: { isActive: boolean; say: SuggestionStore['say'] },
) {
  const { name, colour } = fork.author
  return {
    class: `suggested suggested-${look}${isActive ? ' suggested-active' : ''}`,
    style: `--by: ${personColour(colour)}; --by-tint: ${personTint(colour)}`,
    'data-suggestion': id,
    title: say(look, name),
  }
}

export type WidgetWish = {
  entry: Entry
  look: 'inserted' | 'removed'
  content: readonly JSONContent[]
  isBlock: boolean
  isActive: boolean
  view: EditorView
  say: SuggestionStore['say']
}

export type Widget = { dom: HTMLElement; stop: () => void }

/** `ins` and `del` say by themselves what they are, to screen readers too. */
export function widget(wish: WidgetWish): Widget {
  const { entry, look, content, isBlock, view } = wish
  const dom = document.createElement(look === 'inserted' ? 'ins' : 'del')
  const { style, ...attributes } = attributesOf(entry, look, wish)
  for (const [name, value] of Object.entries(attributes)) dom.setAttribute(name, value)
  dom.style.cssText = style
  dom.contentEditable = 'false'
  if (isBlock) dom.classList.add('suggested-blocks')
  const drawn = drawContent(content, view)
  dom.append(drawn.dom)
  // What would otherwise take the keyboard’s focus is only looked at here.
  for (const control of dom.querySelectorAll('a, button, input, [tabindex]')) {
    control.setAttribute('tabindex', '-1')
    control.setAttribute('inert', '')
  }
  return { dom, stop: drawn.stop }
}
