/** Lists and tasks: what stands before a line stands where the line begins, also from the right. */
import { taskLine } from '@atelier/shared/docs/as-links'
import type { JSONContent } from '@tiptap/core'
import type { Content } from 'pdfmake/interfaces'
import { isRightToLeft } from '../writing-direction'
import { lineOf } from './pdf-lines'
import { colours } from './pdf-look'
import { type ContentOf, inner, type Place } from './pdf-place'

export function listOf(
  { type, attrs = {}, content = [] }: JSONContent,
  place: Place,
  contentOf: ContentOf,
): Content[] {
  if (type === 'taskList') return content.map((item) => taskOf(item, place, contentOf))
  const items = content.map((item) => spaced(contentOf(item.content ?? [], inner(place, 16))))
  const start: number = attrs.start ?? 1
  if (isRightToLeft(wordsOf(content[0]))) return turnedList(type, start, items)
  const stacks = items.map((stack) => ({ stack }))
  return type === 'bulletList'
    ? [{ ul: stacks, margin: [0, 0, 0, 6] }]
    : [{ ol: stacks, start, margin: [0, 0, 0, 4] }]
}

const wordsOf = (item: JSONContent | undefined): string =>
  (item?.content?.[0]?.content ?? []).map(({ text = '' }) => text).join('')

/** pdfmake’s own lists begin on the left. A number’s dot stands where the line goes on. */
function turnedList(
  type: string | undefined,
  start: number,
  items: readonly Content[][],
): Content[] {
  const lines = items.map((item, at): Content => {
    const text = type === 'bulletList' ? '•' : `.${start + at}`
    return beside({ width: 18, text, alignment: 'right' }, item, true)
  })
  return [{ stack: lines, margin: [0, 0, 0, 6] }]
}

const beside = (sign: object, stack: Content[], isTurned: boolean): Content => {
  const columns = [sign, { width: '*', stack }] as Content[]
  return { columns: isTurned ? columns.reverse() : columns, margin: [0, 0, 0, 1] } as Content
}

/** Closer together than paragraphs. */
const spaced = (content: Content[]): Content[] =>
  content.map((part) => {
    if (typeof part !== 'object' || Array.isArray(part)) return part
    if ('text' in part) return { ...part, margin: [0, 0, 0, 3] }
    return 'ul' in part || 'ol' in part ? { ...part, margin: [0, 0, 0, 0] } : part
  })

function taskOf(item: JSONContent, place: Place, contentOf: ContentOf): Content {
  const [first, ...rest] = item.content ?? []
  const isTurned = isRightToLeft(wordsOf(item))
  const words = taskLine(item, first?.content ?? [], place.wishes)
  const line = lineOf(words, place.wishes, place.fonts, first?.attrs?.textAlign)
  const sign = { width: 17, canvas: boxOf(item.attrs?.checked === true, isTurned ? 7 : 1) }
  const more = spaced(contentOf(rest, inner(place, 17)))
  return beside(sign, [{ ...line, margin: [0, 0, 0, 3] }, ...more], isTurned)
}

function boxOf(checked: boolean, x: number): object[] {
  const box = {
    type: 'rect' as const,
    x,
    y: 2.5,
    w: 8.5,
    h: 8.5,
    r: 1.5,
    lineWidth: 0.9,
    lineColor: colours.soft,
  }
  const tick = {
    type: 'polyline' as const,
    lineWidth: 1.3,
    lineColor: colours.accent,
    points: [
      { x: x + 2, y: 7 },
      { x: x + 3.8, y: 8.9 },
      { x: x + 7, y: 4.6 },
    ],
  }
  return checked ? [box, tick] : [box]
}
