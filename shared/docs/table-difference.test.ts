import { Fragment, Node } from '@tiptap/pm/model'
import { TableMap } from '@tiptap/pm/tables'
import { Transform } from '@tiptap/pm/transform'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChanges } from './doc-change'
import { docDifference } from './doc-difference'
import { mergedDocs } from './merged-docs'
import { docSchema } from './new-doc'

type Cell = { words: string; colspan?: number; rowspan?: number }
type Cells = readonly (readonly (string | Cell)[])[]

const tableOf = (rows: Cells): Node =>
  Node.fromJSON(docSchema(), {
    type: 'doc',
    content: [
      {
        type: 'table',
        content: rows.map((cells) => ({ type: 'tableRow', content: cells.map(cellOf) })),
      },
    ],
  })

function cellOf(cell: string | Cell) {
  const { words, ...attrs } = typeof cell === 'string' ? { words: cell } : cell
  const content = words === '' ? [] : [{ type: 'text', text: words }]
  return { type: 'tableCell', attrs, content: [{ type: 'paragraph', content }] }
}

const words = fc
  .array(fc.constantFrom('scrap', 'door', 'lid', '12', '温度', 'ok'), { maxLength: 3 })
  .map((some) => some.join(' '))
const size = fc.integer({ min: 1, max: 5 })
const anyTable: fc.Arbitrary<string[][]> = fc.tuple(size, size).chain(([width, height]) =>
  fc.array(fc.array(words, { minLength: width, maxLength: width }), {
    minLength: height,
    maxLength: height,
  }),
)

type Edit = { what: 'row' | 'column' | 'cell' | 'noRow' | 'noColumn'; where: number; words: string }
const edits = fc.array(
  fc.record<Edit>({
    what: fc.constantFrom('row', 'column', 'cell', 'noRow', 'noColumn'),
    where: fc.nat(),
    words,
  }),
  { maxLength: 6 },
)

function edited(rows: string[][], { what, where, words: said }: Edit): string[][] {
  const width = rows[0]?.length ?? 0
  const [row, column] = [where % rows.length, where % width]
  const put = (cells: string[]) => [...cells.slice(0, column), said, ...cells.slice(column)]
  const without = <T>(list: T[], place: number) => list.filter((_, i) => i !== place)
  if (what === 'row') return rows.toSpliced(row, 0, new Array<string>(width).fill(said))
  if (what === 'column') return rows.map(put)
  if (what === 'cell') return rows.map((cells, i) => (i === row ? cells.with(column, said) : cells))
  if (what === 'noRow') return rows.length > 1 ? without(rows, row) : rows
  return width > 1 ? rows.map((cells) => without(cells, column)) : rows
}

/** Two cells side by side, or one above the other, made one. */
function merged(rows: string[][], where: number, down: boolean): Cells {
  const [row, column] = [where % rows.length, where % (rows[0]?.length ?? 1)]
  const one = { words: rows[row]?.[column] ?? '' }
  const isIn = (i: number, j: number) =>
    down ? i === row + 1 && j === column : i === row && j === column + 1
  const hasOther = rows[down ? row + 1 : row]?.[down ? column : column + 1] !== undefined
  if (!hasOther) return rows
  const large = down ? { ...one, rowspan: 2 } : { ...one, colspan: 2 }
  return rows.map((cells, i) =>
    cells.flatMap((cell, j): (string | Cell)[] => {
      if (isIn(i, j)) return []
      return [i === row && j === column ? large : cell]
    }),
  )
}

const heirs = fc
  .tuple(anyTable, edits)
  .map(([rows, list]): [Cells, Cells] => [rows, list.reduce(edited, rows)])
const maybeMerged = fc
  .tuple(anyTable, edits, fc.tuple(fc.nat(), fc.boolean()), fc.tuple(fc.nat(), fc.boolean()))
  .map(([rows, list, [where, down], [whereB, downB]]): [Cells, Cells] => [
    merged(rows, where, down),
    merged(list.reduce(edited, rows), whereB, downB),
  ])
const pair = fc
  .oneof(heirs, fc.tuple<[Cells, Cells]>(anyTable, anyTable), maybeMerged)
  .map(([a, b]) => [tableOf(a), tableOf(b)] as const)

function expectSound(doc: Node): void {
  doc.check()
  for (const table of doc.children) expect(TableMap.get(table).problems).toBe(null)
}

/** The merged doc as it is read without some of its parts. */
function readWithout(doc: Node, parts: readonly { from: number; to: number }[]): Node {
  const reading = new Transform(doc)
  const fromTheEnd = [...parts].sort((one, other) => other.from - one.from || other.to - one.to)
  let until = doc.content.size
  for (const { from, to } of fromTheEnd) {
    // Fillers of a row that is taken away go with it.
    if (fromTheEnd.some((part) => part.from < from && to <= part.to)) continue
    expect(to).toBeLessThanOrEqual(until)
    reading.delete(from, to)
    until = from
  }
  return reading.doc
}

describe('for any two tables', () => {
  test('what is drawn has no ragged edge, and reads as either without what came or went', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const { doc, parts, fillers } = mergedDocs(a, b, docDifference(a, b))
        expectSound(doc)
        const all = parts.filter(({ kind }) => kind !== 'changed')
        const [gone, come] = ['gone', 'come'].map((kind) =>
          all.filter((part) => part.kind === kind),
        )
        expect(textOf(readWithout(doc, [...(gone ?? []), ...fillers]))).toEqual(textOf(b))
        expect(textOf(readWithout(doc, [...(come ?? []), ...fillers]))).toEqual(textOf(a))
      }),
      { seed: 2701, numRuns: 1500 },
    )
  })

  test('any of the changes make a table without a ragged edge, of one grid all or none', () => {
    fc.assert(
      fc.property(pair, fc.boolean(), fc.infiniteStream(fc.boolean()), ([a, b], together, coin) => {
        const some = docDifference(a, b).filter(({ grid }) => (grid ? together : coin.next().value))
        expectSound(applyChanges(a, b, some))
      }),
      { seed: 2702, numRuns: 800 },
    )
  })
})

const textOf = (doc: Node): unknown => doc.toJSON()

/** Each row of what is drawn: − gone, + come, ~ in which something changed, · only fills. */
function drawn(before: Cells, after: Cells): string[] {
  const [a, b] = [tableOf(before), tableOf(after)]
  const { doc, parts, fillers } = mergedDocs(a, b, docDifference(a, b))
  const rows: string[] = []
  doc.descendants((node, at) => {
    if (node.type.name !== 'tableRow') return true
    const cells: string[] = []
    node.forEach((cell, offset) => {
      const [from, to] = [at + 1 + offset, at + 1 + offset + cell.nodeSize]
      const signs = parts.flatMap((part) => {
        if (part.from <= from && to <= part.to) return part.kind === 'gone' ? '−' : '+'
        return from < part.from && part.to < to ? '~' : ''
      })
      const fills = fillers.some((filler) => filler.from === from) ? '·' : ''
      cells.push(`${[...new Set(signs)].join('')}${fills}${cell.textContent}`)
    })
    rows.push(cells.join(' | '))
    return false
  })
  return rows
}

const parts = [
  ['Part', 'Scrap', 'Of'],
  ['Door', '12', '100'],
  ['Lid', '7', '90'],
  ['Hinge', '3', '80'],
]

describe('what people read', () => {
  test('a column that came or went, anywhere', () => {
    const without = (place: number) => parts.map((cells) => cells.filter((_, i) => i !== place))
    expect(drawn(without(2), parts)).toEqual([
      'Part | Scrap | +Of',
      'Door | 12 | +100',
      'Lid | 7 | +90',
      'Hinge | 3 | +80',
    ])
    expect(drawn(parts, without(0))[1]).toBe('−Door | 12 | 100')
    expect(drawn(parts, without(1))[3]).toBe('Hinge | −3 | 80')
    const empty = parts.map(([first = '', ...rest]) => [first, '', ...rest])
    expect(drawn(parts, empty)).toEqual([
      'Part | + | Scrap | Of',
      'Door | + | 12 | 100',
      'Lid | + | 7 | 90',
      'Hinge | + | 3 | 80',
    ])
  })

  test('a column that went while another came, in as many columns as before', () => {
    const later = parts.map(([, ...rest], i) => [...rest, i === 0 ? 'Who' : `Ben ${i}`])
    expect(drawn(parts, later)[1]).toBe('−Door | 12 | 100 | +Ben 1')
  })

  test('a column and a row at once, with words that changed in another cell', () => {
    const later = [
      ['Part', 'Scrap', 'Of', 'Who'],
      ['Door', '11', '100', 'Amara'],
      ['Hinge', '3', '80', ''],
      ['Handle', '1', '70', 'Jonas'],
    ]
    expect(drawn(parts, later)).toEqual([
      'Part | Scrap | Of | +Who',
      'Door | ~1211 | 100 | +Amara',
      '−Lid | −7 | −90 | −·',
      'Hinge | 3 | 80 | +',
      '+Handle | +1 | +70 | +Jonas',
    ])
  })

  test('a row in which one long cell was written anew', () => {
    const before = [
      ['Door', 'The press runs too cold in the morning, so the edges tear.'],
      ['Lid', 'Nothing to say.'],
    ]
    const after = [
      ['Door', 'Fixed since Monday by heating it an hour before everybody comes.'],
      ['Hinge', 'It is new here.'],
      ['Lid', 'Nothing to say.'],
    ]
    const rows = drawn(before, after)
    expect(rows[0]).toMatch(/^Door \| ~/)
    expect(rows.slice(1)).toEqual(['+Hinge | +It is new here.', 'Lid | Nothing to say.'])
  })

  test('one column is one change in every row', () => {
    const [a, b] = [tableOf(parts.map(([first = '']) => [first])), tableOf(parts)]
    const changes = docDifference(a, b)
    expect(new Set(changes.map(({ grid, column }) => JSON.stringify([grid, column]))).size).toBe(1)
    expect(changes).toHaveLength(4)
  })

  test('cells that were merged make another table of it, words in one that was do not', () => {
    const large = [
      [{ words: 'Week one', colspan: 2 }, 'Of'],
      ['Door', '12', '100'],
    ]
    expect(
      drawn(
        [
          ['Week one', '', 'Of'],
          ['Door', '12', '100'],
        ],
        large,
      ),
    ).toHaveLength(4)
    const other = [
      [{ words: 'Week two', colspan: 2 }, 'Of'],
      ['Door', '12', '100'],
    ]
    expect(drawn(large, other)).toEqual(['~Week onetwo | Of', 'Door | 12 | 100'])
  })

  test('tables that say nothing alike, or are too large to be compared or drawn as one, as a whole', () => {
    const changesOf = (a: Node, b: Node) => docDifference(a, b).length
    expect(changesOf(tableOf([['one', 'two']]), tableOf([['three'], ['four']]))).toBe(1)
    const long = (width: number) => tableOf([['a', ...new Array(width).fill('b '.repeat(9000))]])
    expect(changesOf(long(5), long(6))).toBe(1)
    expect(changesOf(long(40), long(41))).toBe(1)
    expect(drawnRows(largeTable(400, 'a'), largeTable(400, 'b'))).toBe(800)
    expect(drawnRows(largeTable(600, 'a'), largeTable(600, 'b'))).toBe(600)
  })
})

/** A hundred cells wide. */
function largeTable(height: number, word: string): Node {
  const row = tableOf([new Array(100).fill(word)]).firstChild?.firstChild
  const doc = tableOf([['']])
  return doc.copy(Fragment.from(doc.child(0).copy(Fragment.fromArray(new Array(height).fill(row)))))
}

const drawnRows = (a: Node, b: Node) =>
  mergedDocs(a, b, docDifference(a, b)).doc.firstChild?.childCount
