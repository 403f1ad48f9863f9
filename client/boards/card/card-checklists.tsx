import type { Card } from '@atelier/shared/boards/card'
import { useCallback, useState } from 'react'
import { ChecklistPart } from './checklist-part'
import { useItemDrag } from './use-item-drag'
import { useListDrag } from './use-list-drag'
import './checklists.css'

type Props = {
  card: Card
  /** The list whose field for new items is open: a list that was just made, or that somebody adds to. */
  adding: string | null
  onAddingChange(list: string | null): void
}

/** What there is to do on a card, step by step, in any number of lists. */
export function CardChecklists({ card, adding, onAddingChange }: Props) {
  const drag = useItemDrag(card)
  const listDrag = useListDrag(card)
  const [hiding, setHiding] = useState(hidden)
  const hideDone = useCallback((list: string, isHidden: boolean) => {
    if (isHidden) hidden = new Set([...hidden, list])
    else hidden = new Set([...hidden].filter((id) => id !== list))
    setHiding(hidden)
  }, [])
  return card.checklists.map((list) => (
    <ChecklistPart
      key={list.id}
      card={card}
      list={list}
      drag={drag}
      listDrag={listDrag}
      hidesDone={hiding.has(list.id)}
      onHideDone={hideDone}
      isAdding={adding === list.id}
      onAddingChange={(isAdding) => onAddingChange(isAdding ? list.id : null)}
    />
  ))
}

/** Lists whose done items this person does not want to see, as long as the page is open. */
let hidden: ReadonlySet<string> = new Set()
