/** Rules that say who is to be told: followed in the transaction in which their note goes, so once. */
import { readersOfRoom } from '../access/project-access-queries'
import { watchesOf } from '../comments/card-watch-queries'
import type { Database, Queryable } from '../db/database'
import { type NewItem, putItems } from '../inbox/put-item-queries'
import { forgetRuns, type RuleRun } from './rule-queries'

/** By run: to whom its card is assigned. Runs whose card is gone are missing. */
export type Assigned = ReadonlyMap<string, readonly string[]>

/** Answers who was told. */
export const closeRuns = (
  db: Database,
  boardId: string,
  runs: readonly RuleRun[],
  assigned: Assigned,
): Promise<string[]> =>
  db.transaction(async (tx) => {
    const told = await putRuleNews(tx, boardId, runs, assigned)
    await forgetRuns(
      tx,
      runs.map(({ id }) => id),
    )
    return told
  })

async function putRuleNews(
  tx: Queryable,
  boardId: string,
  runs: readonly RuleRun[],
  assigned: Assigned,
): Promise<string[]> {
  const telling = runs.filter(
    ({ id, actions }) =>
      assigned.has(id) && actions.some((action) => action.do.startsWith('notify')),
  )
  if (telling.length === 0) return []
  const readers = await readersOfRoom(tx, boardId)
  const watches = await watchesOf(
    tx,
    boardId,
    telling.map(({ card }) => card),
  )
  const items = telling.flatMap(({ id, card, mover, actions }): NewItem[] => {
    const own = assigned.get(id) ?? []
    const whom = new Set<string>()
    const named = new Set<string>()
    const said = watches.get(card) ?? new Map<string, boolean>()
    for (const action of actions) {
      if (action.do === 'notify') named.add(action.person)
      if (action.do === 'notify-assignees') for (const person of own) whom.add(person)
      if (action.do !== 'notify-watchers') continue
      for (const person of [...own, ...said.keys()])
        if (said.get(person) !== false) whom.add(person)
    }
    return [...new Set([...named, ...whom])].map((personId) => ({
      ...{ personId, kind: 'rule' as const, actorId: mover, roomId: boardId, card },
      byName: named.has(personId),
      key: `rule ${id}`,
    }))
  })
  return putItems(
    tx,
    items.filter(({ personId }) => readers.has(personId)),
  )
}
