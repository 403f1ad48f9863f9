/** Puts what was read from elsewhere where the caret is. */
import { tidyBlocks } from '@atelier/shared/docs/tidy-body'
import type { JSONContent } from '@tiptap/core'
import { Fragment, Slice } from '@tiptap/pm/model'
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state'
import { heldBy } from './held-by'

/**
 * In a line it goes on in that line; an empty line makes way. Never deeper than a room takes (S16),
 * counted from where it goes.
 */
export function putBody(state: EditorState, body: JSONContent): Transaction {
  const { tr, selection, schema } = state
  const { $from, from, to, empty } = selection
  const blocks = tidyBlocks(heldBy(schema, body.content ?? []), $from.depth)
  const content = Fragment.from(blocks.map((block) => schema.nodeFromJSON(block)))
  const isOneLine = content.childCount === 1 && content.firstChild?.type.name === 'paragraph'
  const line = $from.parent
  if (isOneLine) tr.replaceSelection(new Slice(content, 1, 1))
  else if (
    empty &&
    line.type.name === 'paragraph' &&
    line.childCount === 0 &&
    $from.node(-1).canReplace($from.index(-1), $from.indexAfter(-1), content)
  ) {
    const before = $from.before()
    tr.replaceWith(before, $from.after(), content)
    tr.setSelection(Selection.near(tr.doc.resolve(before + content.size), -1))
  } else {
    const openAt = (child: typeof content.firstChild) => (child?.type.name === 'paragraph' ? 1 : 0)
    const slice = new Slice(content, openAt(content.firstChild), openAt(content.lastChild))
    tr.replaceRange(from, to, slice)
    tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(to)), -1))
  }
  return tr.setMeta('paste', true).setMeta('uiEvent', 'paste').scrollIntoView()
}
