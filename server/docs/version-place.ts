/** Versions by their place in the log, as it stands in an address. */
import { refuse } from '@atelier/shared/refusals'
import type { Deps } from '../http/deps'
import { placeFrom } from './version-queries'

export function placeOf(text: string): number {
  const place = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  return Number.isSafeInteger(place) ? place : refuse('not-found')
}

/** One at which the doc can be told as it was, or not-found. */
export async function requirePlace(
  { db }: Pick<Deps, 'db'>,
  docId: string,
  text: string,
): Promise<number> {
  return (await placeFrom(db, docId, placeOf(text))) ?? refuse('not-found')
}
