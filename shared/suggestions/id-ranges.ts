/** Runs of what one writer wrote, as Yjs numbers it. */
import * as Y from 'yjs'

export type IdRange = { client: number; clock: number; length: number }

export type IdSet = ReturnType<typeof Y.createDeleteSet>
type Run = NonNullable<ReturnType<IdSet['clients']['get']>>[number]

export function idSetOf(ranges: Iterable<IdRange>): IdSet {
  const set = Y.createDeleteSet()
  for (const { client, clock, length } of ranges) {
    const runs = set.clients.get(client) ?? []
    runs.push({ clock, len: length })
    set.clients.set(client, runs)
  }
  return Y.mergeDeleteSets([set])
}

/** Both sorted and merged. */
export function withoutIds(set: IdSet, minus: IdSet): IdSet {
  const left = Y.createDeleteSet()
  for (const [client, runs] of set.clients) {
    const cut = minus.clients.get(client) ?? []
    const rest = cut.length === 0 ? runs : runs.flatMap((run) => withoutRuns(run, cut))
    if (rest.length > 0) left.clients.set(client, rest)
  }
  return left
}

function withoutRuns(run: Run, cut: readonly Run[]): Run[] {
  const rest: Run[] = []
  const end = run.clock + run.len
  let from = run.clock
  for (const { clock, len } of cut) {
    if (clock + len <= from) continue
    if (clock >= end) break
    if (clock > from) rest.push({ clock: from, len: clock - from })
    from = clock + len
  }
  if (from < end) rest.push({ clock: from, len: end - from })
  return rest
}

export const idsOf = (set: IdSet): IdRange[] =>
  [...set.clients].flatMap(([client, runs]) =>
    runs.map(({ clock, len }) => ({ client, clock, length: len })),
  )
