import { mergeAttributes, Node } from '@tiptap/core'
import { attribute, readOneOf } from './attributes'

export const calloutTones = ['info', 'tip', 'warning', 'danger'] as const
export type CalloutTone = (typeof calloutTones)[number]
export const readCalloutTone = readOneOf(calloutTones)

/** Blocks set apart from the rest, with a tone. */
export const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({ tone: attribute('tone', readCalloutTone, 'info') }),
  parseHTML: () => [{ tag: 'aside[data-callout]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'aside',
    mergeAttributes(HTMLAttributes, { 'data-callout': '' }),
    0,
  ],
})
