/** A body that came from elsewhere, with the ids its docs, boards and files have here. */
import type { Place } from '@atelier/shared/docs/reading-hast'
import type { JSONContent } from '@tiptap/core'
import { neverEmpty } from '../never-empty'

/** Of a board; those of its columns and cards by the ids they had. */
export type NewBoardIds = {
  id: string
  columns: ReadonlyMap<string, string>
  cards: ReadonlyMap<string, string>
}

export type NewIds = {
  docs: ReadonlyMap<string, string>
  boards: ReadonlyMap<string, NewBoardIds>
  /** Null for a file that did not come along. */
  file(old: string): Place | null
}

export const withNewIds = (body: JSONContent, ids: NewIds): JSONContent =>
  changed(body, ids)[0] ?? body

function changed(node: JSONContent, ids: NewIds): JSONContent[] {
  const content =
    node.content &&
    neverEmpty(
      node.content,
      node.content.flatMap((child) => changed(child, ids)),
    )
  const marks = node.marks?.map((mark) => ({
    ...mark,
    ...(mark.attrs && { attrs: linkTo(mark.attrs, ids) }),
  }))
  const attrs = attrsOf(node, ids)
  if (attrs === null) return []
  return [
    { ...node, ...(attrs && { attrs }), ...(content && { content }), ...(marks && { marks }) },
  ]
}

function attrsOf({ type, attrs }: JSONContent, ids: NewIds): JSONContent['attrs'] | null {
  if (!attrs) return undefined
  if (type === 'mention') return { ...attrs, ...mentioned(attrs, ids) }
  if (type === 'embed') return { ...attrs, ...embedded(attrs, ids) }
  if (type !== 'picture' && type !== 'attachment') return attrs
  const place = ids.file(attrs.file)
  if (place === null || 'href' in place) return null
  const { file } = 'picture' in place ? place.picture : place.attachment
  return { ...attrs, file }
}

function mentioned({ kind, id = '', boardId = '' }: Record<string, string>, ids: NewIds) {
  if (kind === 'doc') return { id: ids.docs.get(id) ?? id }
  if (kind === 'board') return { id: ids.boards.get(id)?.id ?? id }
  const board = kind === 'card' && ids.boards.get(boardId)
  return board ? { boardId: board.id, id: partOf(board, kind, id) } : {}
}

function embedded({ kind = '', roomId = '', partId }: Record<string, string>, ids: NewIds) {
  if (kind === 'doc') return { roomId: ids.docs.get(roomId) ?? roomId }
  const board = ids.boards.get(roomId)
  return board ? { roomId: board.id, partId: partId && partOf(board, kind, partId) } : {}
}

/** What was not on the board any more is not there now either. */
const partOf = ({ columns, cards }: NewBoardIds, kind: string, old: string) =>
  (kind === 'column' ? columns : cards).get(old) ?? old

const ownAddress = /^\/(docs|boards)\/([0-9a-f-]{36})(\?[^#]*)?(.*)$/s
const partIn = /([?&])(card|column)=([\w-]+)/g

function linkTo(attrs: Record<string, unknown>, ids: NewIds): Record<string, unknown> {
  const [, page, old = '', query = '', rest = ''] = ownAddress.exec(String(attrs.href ?? '')) ?? []
  const board = page === 'boards' ? ids.boards.get(old) : undefined
  const id = page === 'docs' ? ids.docs.get(old) : board?.id
  if (!id) return attrs
  const asked = board
    ? query.replace(
        partIn,
        (_, before: string, kind: string, part: string) =>
          `${before}${kind}=${partOf(board, kind, part)}`,
      )
    : query
  return { ...attrs, href: `/${page}/${id}${asked}${rest}` }
}
