/**
 * Others' carets and selections. Who they belong to is what the server stamped (S12); their
 * colour is a palette name for the style sheet, never a value from anywhere else. Ours rather than
 * Tiptap's extension, which writes names and colours into the presence itself.
 */
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import { DecorationSet } from '@tiptap/pm/view'
import {
  relativePositionToAbsolutePosition,
  yCursorPlugin,
  yCursorPluginKey,
} from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { stampedPresence } from '../sync/use-presence'
import { quietAwareness } from './quiet-awareness'

export type RoomCaretsOptions = {
  awareness: Awareness | null
  fragment: Y.XmlFragment | null
  myId: string
}

export const RoomCarets = Extension.create<RoomCaretsOptions>({
  name: 'roomCarets',
  priority: 999,
  addOptions: () => ({ awareness: null, fragment: null, myId: '' }),
  addProseMirrorPlugins() {
    const { awareness, fragment, myId } = this.options
    if (!awareness || !fragment) return []
    const personOf = (client: number) =>
      stampedPresence(awareness.getStates().get(client))?.person ?? null
    return [
      yCursorPlugin(quietAwareness(awareness), {
        awarenessStateFilter: (_mine: number, client: number, state: unknown) => {
          const person = client === awareness.clientID ? null : personOf(client)
          return person !== null && person.id !== myId && pointsSomewhere(state, fragment)
        },
        cursorBuilder: (_user: unknown, client: number) => {
          const person = personOf(client)
          return drawCaret(person?.name ?? '', person?.colour ?? 'teal')
        },
        selectionBuilder: (_user: unknown, client: number) => ({
          class: 'room-selection',
          'data-colour': personOf(client)?.colour ?? 'teal',
        }),
      }),
      drawnAgain(),
    ]
  },
})

/**
 * The plugin hides carets of others that stood in what was written over, and all of them after a block
 * was split, joined or moved, until they are sent anew; those who rest send nothing. So they are looked
 * up once more, as soon as what is written here is in the doc.
 */
const drawnAgain = () =>
  new Plugin({
    view: (view) => ({
      update(_, before) {
        if (view.state.doc === before.doc || drawnIn(view.state) >= drawnIn(before)) return
        setTimeout(() => {
          if (view.isDestroyed) return
          view.dispatch(view.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true }))
        })
      },
    }),
  })

const drawnIn = (state: EditorState): number => {
  const drawn: DecorationSet | undefined = yCursorPluginKey.getState(state)
  return !drawn || drawn === DecorationSet.empty ? 0 : drawn.find().length
}

/**
 * Others may send anything as their cursor. What cannot be looked up is not drawn: a throw while
 * the editor takes in remote words would end its binding.
 */
function pointsSomewhere(state: unknown, fragment: Y.XmlFragment): boolean {
  const cursor = (state as { cursor?: { anchor: unknown; head: unknown } | null }).cursor
  const { doc } = fragment
  if (cursor == null || !doc) return false
  try {
    return [cursor.anchor, cursor.head].every((end) => {
      const position = Y.createRelativePositionFromJSON(end)
      // Asking a doc for a name it does not have would give it that name.
      if (position.tname !== null && !doc.share.has(position.tname)) return false
      relativePositionToAbsolutePosition(doc, fragment, position, new Map())
      return true
    })
  } catch {
    return false
  }
}

function drawCaret(name: string, colour: string): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'room-caret'
  caret.dataset.colour = colour
  caret.setAttribute('aria-hidden', 'true')
  const label = document.createElement('span')
  label.className = 'room-caret-name'
  label.textContent = name
  // Keeps the browser from breaking the line at the caret.
  caret.append('\u2060', label, '\u2060')
  return caret
}
