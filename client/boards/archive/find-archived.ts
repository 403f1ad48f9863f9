import type { Column } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'
import type { Label } from '@atelier/shared/boards/label'
import { folded } from '../board-filter'

type Names = {
  labels: readonly Pick<Label, 'id' | 'name'>[]
  columns: readonly Pick<Column, 'id' | 'name'>[]
}

/** Those where every word is in the title, a label's name or the column's, whatever its case and accents. */
export function foundIn(cards: readonly Card[], text: string, names: Names): readonly Card[] {
  const words = folded(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return cards
  const named = (list: Names['labels']) => new Map(list.map(({ id, name }) => [id, folded(name)]))
  const [labels, columns] = [named(names.labels), named(names.columns)]
  return cards.filter((card) => {
    const on = card.labels.map((id) => labels.get(id) ?? '')
    const said = [folded(card.title), columns.get(card.column) ?? '', ...on].join('\n')
    return words.every((word) => said.includes(word))
  })
}
