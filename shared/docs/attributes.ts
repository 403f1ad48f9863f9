/**
 * Attributes of our own nodes and marks. Anything may stand in a room's document: what is drawn is
 * what `read` makes of it, never the value itself.
 */
import type { Attribute } from '@tiptap/core'
import { isUuid } from '../basics/uuid'

/** Kept as `data-<name>` in HTML; `fallback` wherever `read` finds nothing sensible. */
export function attribute<T extends string | number | null>(
  name: string,
  read: (value: unknown) => T | null,
  fallback: T,
): Attribute {
  const key = `data-${name}`
  return {
    default: fallback,
    parseHTML: (element: HTMLElement) => read(element.getAttribute(key)) ?? fallback,
    renderHTML: (attributes: Record<string, unknown>) => {
      const value = read(attributes[name]) ?? fallback
      return value === null ? {} : { [key]: String(value) }
    },
  } as Attribute
}

export const readText =
  (longest: number) =>
  (value: unknown): string | null =>
    typeof value === 'string' ? value.slice(0, longest) : null

export const readOneOf =
  <T extends string>(words: readonly T[]) =>
  (value: unknown): T | null =>
    words.find((word) => word === value) ?? null

/** Also from text, as HTML has it; cut to the bounds. */
export const readWhole =
  (least: number, most: number) =>
  (value: unknown): number | null => {
    const number = typeof value === 'string' && value !== '' ? Number(value) : value
    if (typeof number !== 'number' || !Number.isFinite(number)) return null
    return Math.min(most, Math.max(least, Math.round(number)))
  }

export const readUuid = (value: unknown): string | null =>
  typeof value === 'string' && isUuid(value) ? value : null

/** A day as `2026-11-26`, and one that there is. */
export const readDay = (value: unknown): string | null => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value) ? value : null
}
