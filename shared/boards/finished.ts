/** Which cards are done: they lie in a column for that, or were put away. */
import type { Board } from './board'
import type { Card } from './card'

export const isFinished = (
  columns: Board['columns'],
  { column, archivedAt, isTemplate }: Pick<Card, 'column' | 'archivedAt' | 'isTemplate'>,
): boolean =>
  archivedAt !== null || (!isTemplate && columns.some(({ id, done }) => done && id === column))
