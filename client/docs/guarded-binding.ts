import { guardBinding } from '@atelier/shared/docs/guard-binding'
import { removeStrange } from '@atelier/shared/docs/strange-edits'
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { readCaret } from './caret-first'
import { followCaret } from './follow-caret'

export type GuardedBindingOptions = {
  fragment: Y.XmlFragment | null
  onFault: (error: unknown) => void
}

export const GuardedBinding = Extension.create<GuardedBindingOptions>({
  name: 'guardedBinding',
  // After Collaboration: its view puts the observers there that are replaced here.
  priority: 998,
  addOptions: () => ({ fragment: null, onFault: (error) => console.error(error) }),
  onBeforeCreate() {
    if (this.options.fragment) removeStrange([this.options.fragment])
  },
  addProseMirrorPlugins() {
    const { onFault } = this.options
    // The editor's own words come while it is drawing: no time to read.
    const guard = { onFault, beforeSelection: readCaret }
    return [
      new Plugin({
        view: (view) => {
          followCaret(view)
          return { destroy: guardBinding(view, guard) }
        },
      }),
    ]
  },
})
