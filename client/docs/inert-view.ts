import { inertWords } from '@atelier/shared/docs/inert'
import type { NodeViewRenderer } from '@tiptap/core'
import { drawIcon } from './block-icons'
import { hostOf } from './doc-host'
import { inText } from './in-text'
import { make, makeButton } from './view-parts'

/** The words of something nobody here knows, and that it is so. */
export const inertView =
  (tag: 'div' | 'span'): NodeViewRenderer =>
  ({ editor, node, getPos }) => {
    const { words } = hostOf(editor)
    const dom = make(tag, 'inert')
    const said = make('span', 'inert-words')
    said.textContent = inertWords(node)
    dom.dataset.inert = ''
    if (tag === 'span') {
      dom.title = words('inert.note')
      if (said.textContent === '') {
        dom.role = 'img'
        dom.ariaLabel = dom.title
        dom.append(drawIcon('info', 14))
      } else dom.append(said)
    } else {
      const note = make('span', 'inert-note')
      note.append(drawIcon('info', 16), words('inert.note'))
      dom.append(note, ...(said.textContent === '' ? [] : [said]))
      if (editor.isEditable) {
        const remove = makeButton('inert-remove', () => {
          const at = getPos()
          if (at !== undefined) {
            inText(editor)
              .deleteRange({ from: at, to: at + 1 })
              .run()
          }
        })
        remove.textContent = words('inert.remove')
        note.append(remove)
      }
    }
    // Another one is another thing: it is drawn anew.
    return {
      dom,
      ignoreMutation: () => true,
      // A key on the button is the button's.
      stopEvent: ({ target }) => (target as Element).closest?.('.inert-remove') != null,
      update: (now) => now === node,
    }
  }
