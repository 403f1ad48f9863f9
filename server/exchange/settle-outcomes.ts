/** Which outcomes of a project those are that something brought in names. */
import { randomUUID } from 'node:crypto'
import { type Actor, can } from '@atelier/shared/access/can'
import type { OutcomeEntry } from '@atelier/shared/exchange/manifest'
import { mostOutcomes } from '@atelier/shared/outcomes/outcome'
import type { LoadedProject } from '../access/project-access-queries'
import type { Queryable } from '../db/database'
import { listOutcomes } from '../outcomes/outcome-queries'
import type { Found } from './jobs'

type SettledOutcomes = {
  /** What they are called here, by the ids they had. */
  ids: ReadonlyMap<string, string>
  /** Those the project gets. */
  added: readonly OutcomeEntry[]
  isAnyMissing: boolean
}

/** Those it has, by id or by name; the others are added, if whoever brings them may say what its outcomes are. */
export async function settleOutcomes(
  db: Queryable,
  actor: Actor,
  project: LoadedProject,
  { outcomes: brought = [], boards = [] }: Found,
): Promise<SettledOutcomes> {
  const named = boards.flatMap(({ cards }) => cards.flatMap(({ outcomes }) => outcomes))
  if (brought.length + named.length === 0) return nothing
  const here = await listOutcomes(db, project.id)
  const ids = new Map<string, string>()
  const added: OutcomeEntry[] = []
  const find = ({ id, name }: { id: string; name: string }) =>
    here.find((one) => one.id === id) ?? here.find((one) => isSame(one.name, name))
  const left = can(actor, 'define', project) ? mostOutcomes - here.length : 0
  for (const outcome of brought) {
    const known = find(outcome)
    if (!known && added.length >= left) continue
    const id = known?.id ?? randomUUID()
    if (!known) added.push({ ...outcome, id })
    ids.set(outcome.id, id)
  }
  for (const outcome of named) {
    const known = ids.has(outcome.id) ? undefined : find(outcome)
    if (known) ids.set(outcome.id, known.id)
  }
  const isAnyMissing = [...brought, ...named].some(({ id }) => !ids.has(id))
  return { ids, added, isAnyMissing }
}

const nothing: SettledOutcomes = { ids: new Map(), added: [], isAnyMissing: false }

const isSame = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
