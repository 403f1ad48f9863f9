import type * as Y from 'yjs'
import { edit, entryOf } from './board-shape'
import { type Card, readCard } from './card'
import { checkItem } from './checklist-edits'
import { addAssignee, addLabel, removeAssignee, removeLabel, setDue } from './fact-edits'
import { askWhatWasLearned } from './learning-edits'
import type { RuleAction } from './rule'

/** Who moved the card, if that is known, and the day it came, `YYYY-MM-DD`. */
export type Entered = { card: string; mover: string | null; day: string }

/**
 * Does to a card what rules say, one after the other, in one edit. Done again it changes nothing more.
 * What a rule names and is gone, a person or label, is left out.
 */
export function applyRules(doc: Y.Doc, actions: readonly RuleAction[], entered: Entered): boolean {
  const entry = entryOf(doc, 'cards', entered.card)
  if (!entry) return false
  edit(doc, () => {
    for (const action of actions)
      apply(doc, readCard(entered.card, entry, []), { action, ...entered })
  })
  return true
}

type Step = Entered & { action: RuleAction }

function apply(doc: Y.Doc, card: Card, { action, mover, day }: Step): void {
  const { id, assignees } = card
  switch (action.do) {
    case 'assign':
      addAssignee(doc, id, action.person)
      break
    case 'assign-mover':
      if (mover !== null) addAssignee(doc, id, mover)
      break
    case 'unassign-all':
      for (const person of assignees) removeAssignee(doc, id, person)
      break
    case 'add-label':
      addLabel(doc, id, action.label)
      break
    case 'remove-label':
      removeLabel(doc, id, action.label)
      break
    case 'set-due':
      setDue(doc, id, daysLater(day, action.days))
      break
    case 'clear-due':
      setDue(doc, id, null)
      break
    case 'check-all':
      for (const { items } of card.checklists)
        for (const item of items) checkItem(doc, id, item.id, true)
      break
    case 'ask-learned':
      askWhatWasLearned(doc, [id], whoLearned(card, mover), `${day}T00:00:00.000Z`)
      break
  }
}

const whoLearned = ({ assignees }: Card, mover: string | null): readonly string[] =>
  assignees.length > 0 || mover === null ? assignees : [mover]

const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
