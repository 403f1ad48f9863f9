import { type TableColumn, tableColumns } from '@atelier/shared/boards/view'

/** In pixels; the title takes what is left, too. */
const widths: Record<TableColumn, number> = {
  title: 320,
  column: 148,
  people: 150,
  labels: 200,
  start: 112,
  due: 124,
  estimate: 92,
  progress: 128,
  parts: 92,
  outcomes: 240,
}

/** The title is always there, and first: it is the row's name. */
export const shownColumns = (chosen: readonly TableColumn[]): readonly TableColumn[] =>
  chosen.length === 0
    ? tableColumns
    : ['title', ...tableColumns.filter((one) => one !== 'title' && chosen.includes(one))]

/** For `grid-template-columns`, and how wide they are together. */
export function templateOf(columns: readonly TableColumn[]): { template: string; width: number } {
  const rest = columns.filter((column) => column !== 'title').map((column) => widths[column])
  return {
    template: ['minmax(var(--table-first), 1fr)', ...rest.map((width) => `${width}px`)].join(' '),
    width: rest.reduce((sum, width) => sum + width, 0),
  }
}
