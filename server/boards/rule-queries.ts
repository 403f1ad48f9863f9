/** Rules of boards, and which of them are still to be followed. */
import type { PutRule, Rule, RuleAction } from '@atelier/shared/boards/rule'
import { mostRules } from '@atelier/shared/boards/rule'
import { joinActions } from '@atelier/shared/boards/rule-edits'
import { dayIn } from '@atelier/shared/people/time-zone'
import { refuse } from '@atelier/shared/refusals'
import { and, asc, count, eq, inArray, sql } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { inPieces } from '../db/in-pieces'
import { boardRulePlaces, boardRuleRuns, boardRules } from '../db/rule-tables'
import { people, projectMembers } from '../db/tables'
import { lockBoard } from './board-queries'
import type { CardPlace } from './card-places'

/** The oldest first. */
export async function listRules(db: Queryable, boardId: string): Promise<Rule[]> {
  const rows = await db
    .select({ rule: boardRules, madeBy: people.name })
    .from(boardRules)
    .innerJoin(people, eq(people.id, boardRules.createdBy))
    .where(eq(boardRules.boardId, boardId))
    .orderBy(asc(boardRules.createdAt), asc(boardRules.id))
  return rows.map(({ rule: { id, column, actions }, madeBy }) => ({
    id,
    column,
    actions: actionsIn(actions),
    madeBy,
  }))
}

const actionsIn = (json: string) => JSON.parse(json) as RuleAction[]

export async function hasRules(db: Queryable, boardId: string): Promise<boolean> {
  const rows = await db
    .select({ id: boardRules.id })
    .from(boardRules)
    .where(eq(boardRules.boardId, boardId))
    .limit(1)
  return rows.length > 0
}

type Made = { boardId: string; id: string; createdBy: string }

/**
 * `places` is where all cards are now: a board's first rule is for what comes from then on. Refuses with
 * `conflict` an id that another board has, and with `too-large` one rule too many.
 */
export async function saveRule(
  db: Database,
  { boardId, id, createdBy }: Made,
  { column, actions }: PutRule,
  places: readonly CardPlace[],
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockBoard(tx, boardId)
    const [known] = await tx
      .select({ rules: count() })
      .from(boardRules)
      .where(eq(boardRules.boardId, boardId))
    const before = known?.rules ?? 0
    const values = { column, actions: JSON.stringify(actions) }
    const rows = await tx
      .insert(boardRules)
      .values({ id, boardId, createdBy, ...values })
      .onConflictDoUpdate({
        target: boardRules.id,
        set: values,
        setWhere: eq(boardRules.boardId, boardId),
      })
      .returning({ isNew: sql<boolean>`xmax = 0` })
    if (rows.length === 0) refuse('conflict')
    if (rows[0]?.isNew && before >= mostRules) refuse('too-large')
    if (before > 0) return
    await tx.delete(boardRulePlaces).where(eq(boardRulePlaces.boardId, boardId))
    await putPlaces(tx, boardId, places.map(firstSeen))
  })
}

/** Those of these people who are in the project. */
export async function membersAmong(db: Queryable, projectId: string, ids: readonly string[]) {
  if (ids.length === 0) return new Set<string>()
  const rows = await db
    .select({ id: projectMembers.personId })
    .from(projectMembers)
    .where(and(eq(projectMembers.projectId, projectId), inArray(projectMembers.personId, [...ids])))
  return new Set(rows.map(({ id }) => id))
}

export async function deleteRule(db: Queryable, boardId: string, id: string): Promise<void> {
  await db.delete(boardRules).where(and(eq(boardRules.id, id), eq(boardRules.boardId, boardId)))
}

type PlaceRow = { card: string; column: string; seen: string }

/** Of each card: enough that no node's delay brings an older one back. */
const placesSeen = 12

const firstSeen = ({ card, column, key }: CardPlace): PlaceRow => ({ card, column, seen: key })

/** Takes note of where cards are, and of which rules are to be followed for those that came there. */
export async function noteEntered(
  db: Database,
  boardId: string,
  places: readonly CardPlace[],
): Promise<void> {
  if (places.length === 0) return
  await db.transaction(async (tx) => {
    await lockBoard(tx, boardId)
    const rules = await listRules(tx, boardId)
    if (rules.length === 0) return
    const known = new Map((await loadPlaces(tx, boardId, places)).map((row) => [row.card, row]))
    const saidIn = joinedByColumn(rules)
    const rows: PlaceRow[] = []
    const runs: (typeof boardRuleRuns.$inferInsert)[] = []
    for (const place of places) {
      const before = known.get(place.card)
      const seen = before?.seen.split(' ') ?? []
      if (seen.includes(place.key)) continue
      const { card, column, key, mover } = place
      rows.push({ card, column, seen: [key, ...seen].slice(0, placesSeen).join(' ') })
      if (before?.column === column) continue
      const actions = saidIn(column)
      if (actions !== null) runs.push({ boardId, card, mover, actions })
    }
    await putPlaces(tx, boardId, rows)
    for (const some of inPieces(runs)) await tx.insert(boardRuleRuns).values(some)
  })
}

/** However many rules a column has, a card that comes there is one thing to do. */
function joinedByColumn(rules: readonly Rule[]): (column: string) => string | null {
  const joined = new Map(
    rules.map(({ column }) => {
      const those = rules.filter((rule) => rule.column === column)
      return [column, JSON.stringify(joinActions(those))]
    }),
  )
  return (column) => joined.get(column) ?? null
}

const loadPlaces = (db: Queryable, boardId: string, places: readonly CardPlace[]) =>
  db
    .select()
    .from(boardRulePlaces)
    .where(
      and(
        eq(boardRulePlaces.boardId, boardId),
        // Many at once are those of a board that was just opened: nearly all there are.
        places.length > 500
          ? undefined
          : inArray(
              boardRulePlaces.card,
              places.map(({ card }) => card),
            ),
      ),
    )

async function putPlaces(db: Queryable, boardId: string, rows: readonly PlaceRow[]) {
  for (const some of inPieces(rows))
    await db
      .insert(boardRulePlaces)
      .values(some.map((row) => ({ boardId, ...row })))
      .onConflictDoUpdate({
        target: [boardRulePlaces.boardId, boardRulePlaces.card],
        set: { column: sql`excluded."column"`, seen: sql`excluded.seen` },
      })
}

export type RuleRun = {
  id: string
  card: string
  mover: string | null
  actions: RuleAction[]
  day: string
}

/** Each edit holds up whoever is on this node. */
const runsAtOnce = 100

/** The next that is to be done on a board, in its order. `day` is when the card came, where its mover is; else in UTC. */
export async function listRuns(db: Queryable, boardId: string): Promise<RuleRun[]> {
  const rows = await db
    .select({ run: boardRuleRuns, zone: people.timeZone })
    .from(boardRuleRuns)
    .leftJoin(people, eq(people.id, boardRuleRuns.mover))
    .where(eq(boardRuleRuns.boardId, boardId))
    .orderBy(asc(boardRuleRuns.createdAt), asc(boardRuleRuns.id))
    .limit(runsAtOnce)
  return rows.map(({ run: { id, card, mover, actions, createdAt }, zone }) => ({
    id,
    card,
    mover,
    actions: actionsIn(actions),
    day: dayIn(zone ?? 'UTC', createdAt),
  }))
}

export const forgetRuns = (db: Queryable, ids: readonly string[]) =>
  db.delete(boardRuleRuns).where(inArray(boardRuleRuns.id, [...ids]))

/** Boards on which something was left undone. */
export async function boardsWithRuns(db: Queryable): Promise<string[]> {
  const rows = await db.selectDistinct({ id: boardRuleRuns.boardId }).from(boardRuleRuns)
  return rows.map(({ id }) => id)
}
