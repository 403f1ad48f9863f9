import { newId } from '@atelier/shared/boards/board-shape'
import type { RuleAction } from '@atelier/shared/boards/rule'

export const ruleKinds = [
  'assign-mover',
  'assign',
  'unassign-all',
  'add-label',
  'remove-label',
  'set-due',
  'clear-due',
  'check-all',
  'ask-learned',
  'notify',
  'notify-assignees',
  'notify-watchers',
] as const satisfies readonly RuleAction['do'][]
export type RuleKind = (typeof ruleKinds)[number]

/** A step while somebody writes it: what it needs may be missing still. `key` tells steps apart. */
export type Draft = {
  key: string
  kind: RuleKind
  person: string | null
  label: string | null
  days: string
}

export const firstDraft = (): Draft => ({
  key: newId(),
  kind: 'assign-mover',
  person: null,
  label: null,
  days: '7',
})

export const draftOf = (action: RuleAction): Draft => ({
  ...firstDraft(),
  kind: action.do,
  ...('person' in action && { person: action.person }),
  ...('label' in action && { label: action.label }),
  ...('days' in action && { days: String(action.days) }),
})

/** Null as long as something is missing or cannot be. */
export function finished({ kind, person, label, days }: Draft): RuleAction | null {
  switch (kind) {
    case 'assign':
    case 'notify':
      return person === null ? null : { do: kind, person }
    case 'add-label':
    case 'remove-label':
      return label === null ? null : { do: kind, label }
    case 'set-due':
      return areDays(days) ? { do: kind, days: Number(days) } : null
    default:
      return { do: kind }
  }
}

export const areDays = (days: string): boolean => /^\d{1,3}$/.test(days) && Number(days) <= 365
