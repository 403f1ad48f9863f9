/** What Plane writes as JSON into a cell. */
import { asText } from '@atelier/shared/boards/plain-values'
import type { DraftComment } from './draft'
import { type Loose, recordAt, recordsIn } from './loose-json'

/** Null where it is something else that somebody wrote. */
export function planeComments(said: string, timeOf: (at: string) => string): DraftComment[] | null {
  const list = parsed(said)
  if (!Array.isArray(list)) return null
  const found = recordsIn(list).filter(({ comment }) => typeof comment === 'string')
  if (found.length === 0) return null
  return found.map(({ comment, created_at: at, created_by: by }) => ({
    ...{ author: '', name: asText(by).trim(), at: timeOf(asText(at)), text: asText(comment) },
  }))
}

/** `{"blocked_by":"AB-1",…}`: of each kind one. Null where it is something else. */
export function planeRelations(said: string): Loose | null {
  const found = said.trim().startsWith('{') ? recordAt({ found: parsed(said) }, 'found') : {}
  return Object.keys(found).length > 0 ? found : null
}

function parsed(said: string): unknown {
  if (!/^\s*[[{]/.test(said)) return null
  try {
    return JSON.parse(said)
  } catch {
    return null
  }
}
