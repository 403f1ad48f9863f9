/** What is suggested, as elements that are no part of the text. */

import { wordsOf } from '@atelier/shared/suggestions/node-content'
import type { JSONContent } from '@tiptap/core'
import { DOMSerializer, Fragment, type Schema } from '@tiptap/pm/model'
import { personColour, personTint } from '../ui/palette'
import type { Entry } from './suggestion-store'

export type Look = 'inserted' | 'removed' | 'formatted' | 'changed'

/** For a decoration of the text itself. `isActive`: it is pointed at. */
export function attributesOf({ id, fork }: Entry, look: Look, isActive: boolean) {
  const { name, colour } = fork.author
  return {
    class: `suggested suggested-${look}${isActive ? ' suggested-active' : ''}`,
    style: `--by: ${personColour(colour)}; --by-tint: ${personTint(colour)}`,
    'data-suggestion': id,
    title: name,
  }
}

export type WidgetWish = {
  entry: Entry
  look: 'inserted' | 'removed'
  content: readonly JSONContent[]
  isBlock: boolean
  isActive: boolean
  schema: Schema
}

/** `ins` and `del` say by themselves what they are, to screen readers too. */
export function widget(wish: WidgetWish): HTMLElement {
  const { entry, look, content, isBlock, isActive, schema } = wish
  const element = document.createElement(look === 'inserted' ? 'ins' : 'del')
  const { style, ...attributes } = attributesOf(entry, look, isActive)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.style.cssText = style
  element.contentEditable = 'false'
  if (isBlock) element.classList.add('suggested-blocks')
  element.append(drawn(content, schema))
  // What would otherwise take the keyboard’s focus is only looked at here.
  for (const control of element.querySelectorAll('a, button, input, [tabindex]')) {
    control.setAttribute('tabindex', '-1')
    control.setAttribute('inert', '')
  }
  return element
}

function drawn(content: readonly JSONContent[], schema: Schema): Node {
  try {
    const nodes = Fragment.fromJSON(schema, content as JSONContent[])
    return DOMSerializer.fromSchema(schema).serializeFragment(nodes)
  } catch {
    // From a newer page, or made up: at least its words.
    return document.createTextNode(wordsOf(content))
  }
}
