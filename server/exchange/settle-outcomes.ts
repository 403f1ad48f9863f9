/** Which outcomes of a project those are that something brought in names. */
import { randomUUID } from 'node:crypto'
import { type Actor, can } from '@atelier/shared/access/can'
import type { OutcomeEntry } from '@atelier/shared/exchange/manifest'
import { outcomeFinder } from '@atelier/shared/outcomes/find-outcome'
import { mostOutcomes } from '@atelier/shared/outcomes/outcome'
import type { LoadedProject } from '../access/project-access-queries'
import type { Queryable } from '../db/database'
import { listOutcomes } from '../outcomes/outcome-queries'
import type { Found, FoundBoard } from './jobs'

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
  const isAnyNamed = boards.some(({ cards }) => cards.some(({ outcomes }) => outcomes.length > 0))
  if (brought.length === 0 && !isAnyNamed) return { ids: new Map(), added: [], isAnyMissing: false }
  const here = await listOutcomes(db, project.id)
  const find = outcomeFinder(here)
  /** Null for those that are not here: each is looked for once, however many cards name it. */
  const ids = new Map<string, string | null>()
  const added: OutcomeEntry[] = []
  const left = can(actor, 'define', project) ? mostOutcomes - here.length : 0
  for (const outcome of brought) {
    if (ids.has(outcome.id)) continue
    const known = find(outcome)
    const id = known ?? (added.length < left ? randomUUID() : null)
    if (known === null && id !== null) added.push({ ...outcome, id })
    ids.set(outcome.id, id)
  }
  for (const outcome of namedOn(boards)) {
    if (ids.size >= mostNamed) break
    if (!ids.has(outcome.id)) ids.set(outcome.id, find(outcome))
  }
  const found = [...ids].flatMap(([old, id]) => (id === null ? [] : [[old, id] as const]))
  return { ids: new Map(found), added, isAnyMissing: found.length < ids.size }
}

/** Whatever is named beyond these is none we know. */
const mostNamed = 20_000

type Named = { id: string; name: string }

function* namedOn(boards: readonly FoundBoard[]): Generator<Named> {
  for (const { cards } of boards) for (const { outcomes } of cards) yield* outcomes
}
