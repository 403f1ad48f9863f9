/** Which column of one table became which of another, by what stands in them over all rows. */
import type { Node } from '@tiptap/pm/model'
import type { Pair } from './align-blocks'
import { wordCounts } from './likeness'

type Column = { name: string; words: Map<string, number>; size: number }

const alikeFrom = 0.3

/** Of tables without merged cells. Both keep their order, so a column that was moved is gone and new. */
export function alignColumns(a: Node, b: Node): Pair[] {
  const [columnsA, columnsB] = [columnsOf(a), columnsOf(b)]
  const like = columnsA.map((one) => columnsB.map((other) => likenessOf(one, other)))
  const pairs = likeliest(like, columnsA.length, columnsB.length)
  if (columnsA.length !== columnsB.length) return pairs
  const sameplace = columnsA.map((_, i): Pair => [i, i])
  const sum = (chosen: readonly Pair[]) => chosen.reduce((all, [i, j]) => all + at(like, i, j), 0)
  return sum(sameplace) >= sum(pairs) ? sameplace : pairs
}

function columnsOf(table: Node): Column[] {
  const names = table.firstChild?.children.map((cell) => cell.textContent.trim()) ?? []
  const columns = names.map((name): Column => ({ name, words: new Map(), size: 0 }))
  for (const row of table.children) {
    row.children.forEach((cell, place) => {
      const column = columns[place]
      if (!column) return
      for (const [word, count] of wordCounts(cell)) {
        column.words.set(word, (column.words.get(word) ?? 0) + count)
        column.size += count
      }
    })
  }
  return columns
}

/** From 0 to 1.5: what is above a column is what it is known by. */
function likenessOf(a: Column, b: Column): number {
  if (a.size === 0 && b.size === 0) return 0.5
  let shared = 0
  for (const [word, count] of a.words) shared += Math.min(count, b.words.get(word) ?? 0)
  const isNamedSo = a.name !== '' && a.name === b.name
  return (2 * shared) / (a.size + b.size) + (isNamedSo ? 0.5 : 0)
}

const at = (table: readonly number[][], i: number, j: number): number => table[i]?.[j] ?? 0

/** The pairs that are most alike altogether; of equal ones the first. */
function likeliest(like: readonly number[][], m: number, n: number): Pair[] {
  const best = Array.from({ length: m + 1 }, () => new Array<number>(n + 1).fill(0))
  const paired = (i: number, j: number) =>
    at(like, i, j) >= alikeFrom ? at(like, i, j) + at(best, i + 1, j + 1) : 0
  for (let i = m - 1; i >= 0; i--) {
    const line = best[i] ?? []
    for (let j = n - 1; j >= 0; j--) {
      line[j] = Math.max(paired(i, j), at(best, i + 1, j), at(best, i, j + 1))
    }
  }
  const pairs: Pair[] = []
  for (let i = 0, j = 0; i < m && j < n; ) {
    const most = at(best, i, j)
    if (most > 0 && paired(i, j) === most) pairs.push([i++, j++])
    else if (at(best, i + 1, j) === most) i++
    else j++
  }
  return pairs
}
