/** Days and moments as people send them: none so far off that no calendar, and no database, has it. */
import * as z from 'zod'

const first = '1900-01-01'
const last = '2199-12-31'

const isNear = (text: string) => {
  const date = text.slice(0, first.length)
  return first <= date && date <= last
}

/** As `2026-11-26`. */
export const day = z.iso.date().refine(isNear)

/** ISO 8601, in UTC. */
export const moment = z.iso.datetime().refine(isNear)
