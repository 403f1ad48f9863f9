import type * as Y from 'yjs'
import { edit, entryOf } from './board-shape'
import { type Card, readCard } from './card'
import { checkItem } from './checklist-edits'
import { addAssignee, addLabel, removeAssignee, removeLabel, setDue } from './fact-edits'
import { askWhatWasLearned } from './learning-edits'
import type { RuleAction } from './rule'

/** Who moved the card, if that is known, and the day it came, `YYYY-MM-DD`. */
export type Entered = { card: string; mover: string | null; day: string }

/** Whom rules may still name on this board: who reads it can be given a card, who edits it can be asked. */
export type RuleReach = { readers: ReadonlySet<string>; editors: ReadonlySet<string> }

/**
 * Does to a card what rules say, one after the other, in one edit. Done again it changes nothing more.
 * What a rule names and is gone, a person or label, is left out.
 */
export function applyRules(
  doc: Y.Doc,
  actions: readonly RuleAction[],
  { reach, ...entered }: Entered & { reach: RuleReach },
): boolean {
  const entry = entryOf(doc, 'cards', entered.card)
  if (!entry) return false
  const read = () => readCard(entered.card, entry, [])
  edit(doc, () => {
    for (const action of actions) apply(doc, read, { action, reach, ...entered })
  })
  return true
}

/**
 * What several rules say, as one: of what they say twice only the last, for what is done once more changes
 * only what was undone in between.
 */
export function joinActions(rules: readonly { actions: readonly RuleAction[] }[]): RuleAction[] {
  const last = new Map<string, RuleAction>()
  for (const action of rules.flatMap(({ actions }) => actions)) {
    const said = JSON.stringify(action)
    last.delete(said)
    last.set(said, action)
  }
  return [...last.values()]
}

type Step = Entered & { action: RuleAction; reach: RuleReach }

function apply(doc: Y.Doc, read: () => Card, { action, mover, day, card: id, reach }: Step): void {
  switch (action.do) {
    case 'assign':
      if (reach.readers.has(action.person)) addAssignee(doc, id, action.person)
      break
    case 'assign-mover':
      if (mover !== null && reach.readers.has(mover)) addAssignee(doc, id, mover)
      break
    case 'unassign-all':
      for (const person of read().assignees) removeAssignee(doc, id, person)
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
      for (const { items } of read().checklists)
        for (const item of items) checkItem(doc, id, item.id, true)
      break
    case 'ask-learned':
      askWhatWasLearned(
        doc,
        [id],
        whoLearned(read(), mover).filter((person) => reach.editors.has(person)),
        `${day}T00:00:00.000Z`,
      )
      break
  }
}

const whoLearned = ({ assignees }: Card, mover: string | null): readonly string[] =>
  assignees.length > 0 || mover === null ? assignees : [mover]

const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
