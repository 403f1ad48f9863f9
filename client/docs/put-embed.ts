import type { Embed } from '@atelier/shared/docs/embed'
import type { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'

/** Puts it into the line of the caret if that is empty, otherwise below; the caret goes on behind it. */
export function putEmbed(editor: Editor, embed: Embed): void {
  editor
    .chain()
    .insertContent({ type: 'embed', attrs: embed })
    .command(({ tr, state }) => {
      const after = Math.min(tr.selection.to, tr.doc.content.size)
      const place = tr.doc.resolve(after)
      if (place.depth === 0 && place.nodeAfter === null) {
        const line = state.schema.nodes.paragraph?.create()
        if (line) tr.insert(after, line)
      }
      tr.setSelection(Selection.near(tr.doc.resolve(after), 1)).scrollIntoView()
      return true
    })
    .run()
  editor.view.focus()
}
