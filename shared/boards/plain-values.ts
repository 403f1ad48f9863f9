/** Values out of a document in which anything may stand. None of these throws. */
import * as Y from 'yjs'
import { isOrderKey } from '../basics/order'

export const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

export const asOrder = (value: unknown): string => (isOrderKey(value) ? value : '')

export const asRecord = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !(value instanceof Y.AbstractType)
    ? (value as Record<string, unknown>)
    : null

/** Text of a Y.Text without its embedded types, so that no depth can overflow the stack. */
export const readText = (value: unknown): string => {
  if (typeof value === 'string') return value
  return value instanceof Y.Text && !(value instanceof Y.XmlText) ? value.toString() : ''
}

/** A finite number from nought to `most`, else null. */
export const asAmount = (value: unknown, most: number): number | null =>
  typeof value === 'number' && value >= 0 && value <= most ? value : null
