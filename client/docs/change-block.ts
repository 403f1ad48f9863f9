import type { Editor } from '@tiptap/core'
import type { Asked } from './doc-host'

/** Gives the block that was asked about other attributes, wherever it is by now. */
export function changeBlock(
  editor: Editor,
  asked: Asked,
  attributes: Record<string, string | null>,
): void {
  const at = asked.at()
  if (at === undefined) return
  editor.commands.command(({ tr }) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (tr.doc.nodeAt(at)) tr.setNodeAttribute(at, name, value)
    }
    return true
  })
}

/** The attributes of the block that was asked about; none once it is gone. */
export function attributesOf(editor: Editor, asked: Asked): Record<string, unknown> {
  const at = asked.at()
  return (at === undefined ? null : editor.state.doc.nodeAt(at))?.attrs ?? {}
}
