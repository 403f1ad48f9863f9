/** Callouts by keyboard. Enter on an empty last line leaves one, as ProseMirror has it. */
import type { CalloutTone } from '@atelier/shared/docs/callout'
import { type CommandProps, type Editor, Extension } from '@tiptap/core'

export const CalloutKeys = Extension.create({
  name: 'calloutKeys',
  addKeyboardShortcuts: () => ({ Enter: keepWhole }),
})

/** In the middle an empty line would cut the callout in two. */
function keepWhole({ editor }: { editor: Editor }): boolean {
  const { $from, empty } = editor.state.selection
  const parent = $from.depth > 1 ? $from.node(-1) : null
  const isEmptyLine = empty && $from.parent.content.size === 0
  if (!isEmptyLine || parent?.type.name !== 'callout') return false
  return $from.index(-1) < parent.childCount - 1 && editor.commands.splitBlock()
}

/** The blocks of the selection set apart; where they are already, only the tone changes. */
export function setCallout({ editor, commands }: CommandProps, tone: CalloutTone): boolean {
  if (editor.isActive('callout', { tone })) return commands.lift('callout')
  if (editor.isActive('callout')) return commands.updateAttributes('callout', { tone })
  return commands.wrapIn('callout', { tone })
}
