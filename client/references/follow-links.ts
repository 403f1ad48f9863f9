/** Links to docs and boards of this house open here, as a mention does; others in a tab of their own. */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { doorAt } from './reference-address'
import { deskOf } from './reference-desk'

export const FollowLinks = Extension.create({
  name: 'followLinks',
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            click(view, event) {
              // Where one writes, a click sets the caret, and the bar above the link opens it.
              if (view.editable || event.button !== 0) return false
              if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false
              const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]')
              const door = link && doorAt(link.href, window.location.origin)
              if (event.defaultPrevented || !door) return false
              event.preventDefault()
              deskOf(editor)?.follow(door.place, door.within)
              return true
            },
          },
        },
      }),
    ]
  },
})
