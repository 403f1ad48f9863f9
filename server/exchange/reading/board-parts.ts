/** Labels, columns and cards of a board in a zip: each that is whole, under a new id. */
import { newId } from '@atelier/shared/boards/board-shape'
import { oneLine } from '@atelier/shared/docs/tidy-inlines'
import type * as z from 'zod'
import { type Collected, skip } from './pack'

export type Item = Readonly<Record<string, unknown>>
type Shape = z.ZodType<{ id: string }>
/** In order, by the ids they had. */
export type Parts<T extends Shape> = ReadonlyMap<string, { newId: string; part: z.output<T> }>

type Reading<T extends Shape> = {
  most: number
  /** What they are parts of, for whoever reads what was left out. */
  of: string
  into: Collected
  /** Whether something of one that is taken is not as it was. */
  isSpoiled?(item: Item, part: z.output<T>): boolean
  /** What becomes of the first where another has its id. */
  again?(first: z.output<T>, part: z.output<T>): z.output<T>
}

export function wholeParts<T extends Shape>(
  items: readonly unknown[],
  shape: T,
  { most, of, into, isSpoiled, again }: Reading<T>,
): Parts<T> {
  const parts = new Map<string, { newId: string; part: z.output<T> }>()
  for (const [nth, item] of items.slice(0, most).entries()) {
    const part = shape.safeParse(item).data
    const known = part && parts.get(part.id)
    if (known) known.part = again?.(known.part, part) ?? known.part
    else if (part) parts.set(part.id, { newId: newId(), part })
    const isWhole = part && !known && !isSpoiled?.(item as Item, part)
    if (!isWhole)
      skip(into, `${of}: ${calledIn(item) || `#${nth + 1}`}`, known ? 'duplicate' : 'damaged')
  }
  if (items.length > most) skip(into, `${of}: +${items.length - most}`, 'too-many')
  return parts
}

export const newIdsOf = (parts: Parts<Shape>) =>
  new Map([...parts].map(([old, part]) => [old, part.newId]))

export const lineOf = (text: string, longest: number) => oneLine(text).slice(0, longest).trim()

function calledIn(item: unknown): string {
  const { title, name } = (item ?? {}) as { title?: unknown; name?: unknown }
  const found = [title, name].find((text) => typeof text === 'string')
  return typeof found === 'string' ? lineOf(found.slice(0, 400), 100) : ''
}
