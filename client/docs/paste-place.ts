/** The address of a doc, a board or a card of ours becomes a mention of it. */
import type { Editor } from '@tiptap/core'
import { referenceQuery } from '../references/found-reference'
import { type Place, placeAt } from '../references/reference-address'
import { deskOf } from '../references/reference-desk'
import type { Clipboard } from './clipboard-kinds'
import { putEmbed } from './put-embed'

const longestAddress = 1_000

/** Whether it was one, and a mention stands in its place. With words selected it is a link for them. */
export function pastePlace(editor: Editor, { text }: Clipboard): boolean {
  if (text.length > longestAddress) return false
  const address = text.trim()
  const { selection } = editor.state
  if (!selection.empty || selection.$from.parent.type.spec.code) return false
  const place = placeAt(address, window.location.origin)
  if (!place || !deskOf(editor) || !('mention' in editor.schema.nodes)) return false
  const isAlone = selection.$from.parent.childCount === 0
  editor.commands.insertContent({ type: 'mention', attrs: { ...place, label: '' } })
  void nameIt(editor, place, address)
  if (isAlone) deskOf(editor)?.offerEmbed(() => embedInstead(editor, place))
  return true
}

/** What it is called is part of the text, for those who may not see more; nobody else is told. */
async function nameIt(editor: Editor, place: Place, address: string): Promise<void> {
  const desk = deskOf(editor)
  const found = await desk?.queries.fetchQuery(referenceQuery(place)).catch(() => undefined)
  if (editor.isDestroyed || found === undefined) return
  const title = found && found.kind !== 'person' ? (found.title ?? '') : ''
  editor.commands.command(({ tr, state }) => {
    const at = mentionAt(editor, place)
    if (at === null) return false
    if (title !== '') tr.setNodeAttribute(at, 'label', title)
    else if (found === null) tr.replaceWith(at, at + 1, state.schema.text(address))
    return true
  })
}

/** The one that has no name yet. */
function mentionAt(editor: Editor, place: Place): number | null {
  let at: number | null = null
  editor.state.doc.descendants((node, position) => {
    const { kind, id, label } = node.attrs
    if (node.type.name === 'mention' && kind === place.kind && id === place.id && label === '') {
      at = position
    }
    return at === null
  })
  return at
}

/** The line with nothing but its mention becomes the thing itself. */
function embedInstead(editor: Editor, place: Place): void {
  if (editor.isDestroyed) return
  let line: { from: number; to: number; label: string } | null = null
  editor.state.doc.descendants((node, from) => {
    const only = node.childCount === 1 ? node.firstChild : null
    if (node.type.name !== 'paragraph' || only?.type.name !== 'mention') return !node.isTextblock
    if (only.attrs.id === place.id && only.attrs.kind === place.kind) {
      line = { from: from + 1, to: from + 2, label: String(only.attrs.label) }
    }
    return false
  })
  if (line === null) return
  const { from, to, label } = line as { from: number; to: number; label: string }
  editor.chain().deleteRange({ from, to }).setTextSelection(from).run()
  const isCard = place.kind === 'card'
  putEmbed(editor, {
    kind: place.kind,
    roomId: isCard ? place.boardId : place.id,
    partId: isCard ? place.id : null,
    label,
  })
}
