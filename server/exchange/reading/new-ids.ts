/** A body that came from elsewhere, with the ids its docs and files have here. */
import type { Place } from '@atelier/shared/docs/reading-hast'
import type { JSONContent } from '@tiptap/core'

export type NewIds = {
  docs: ReadonlyMap<string, string>
  /** Null for a file that did not come along. */
  file(old: string): Place | null
}

export const withNewIds = (body: JSONContent, ids: NewIds): JSONContent =>
  changed(body, ids)[0] ?? body

function changed(node: JSONContent, ids: NewIds): JSONContent[] {
  const content = node.content?.flatMap((child) => changed(child, ids))
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
  if (type === 'mention' && attrs.kind === 'doc')
    return { ...attrs, id: ids.docs.get(attrs.id) ?? attrs.id }
  if (type === 'embed' && attrs.kind === 'doc')
    return { ...attrs, roomId: ids.docs.get(attrs.roomId) ?? attrs.roomId }
  if (type !== 'picture' && type !== 'attachment') return attrs
  const place = ids.file(attrs.file)
  if (place === null || 'href' in place) return null
  const { file } = 'picture' in place ? place.picture : place.attachment
  return { ...attrs, file }
}

function linkTo(attrs: Record<string, unknown>, ids: NewIds): Record<string, unknown> {
  const [, old, rest = ''] = /^\/docs\/([0-9a-f-]{36})(.*)$/s.exec(String(attrs.href ?? '')) ?? []
  const id = old && ids.docs.get(old)
  return id ? { ...attrs, href: `/docs/${id}${rest}` } : attrs
}
