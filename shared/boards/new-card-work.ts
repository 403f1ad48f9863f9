import type * as Y from 'yjs'
import { addChecklist, addChecklistItem } from './checklist-edits'
import { addAssignee, addOutcome, setEstimate } from './fact-edits'
import { addHelper, writeLearned, writeLearningGoal } from './learning-edits'
import type { BoardCardSeed } from './new-board'

type Work = Pick<
  BoardCardSeed,
  'alsoFor' | 'outcomes' | 'estimate' | 'checklist' | 'goal' | 'learned'
>

/** What is to be done on a new card, by whom, and what somebody wants to learn by it. */
export function plantWork(doc: Y.Doc, card: string, work: Work): void {
  const { alsoFor = [], outcomes = [], estimate, checklist, goal, learned } = work
  for (const person of alsoFor) addAssignee(doc, card, person)
  for (const outcome of outcomes) addOutcome(doc, card, outcome)
  if (estimate !== undefined) setEstimate(doc, card, estimate)
  const list = checklist && addChecklist(doc, card, checklist.name)
  if (list) for (const item of checklist.items) addChecklistItem(doc, card, list, item)
  if (goal) writeLearningGoal(doc, card, goal.person, goal.text)
  for (const helper of goal?.helpers ?? []) addHelper(doc, card, goal?.person ?? '', helper)
  if (learned) writeLearned(doc, card, learned.person, learned.text)
}
