/** Who may do what with a training plan and a training record. */
import type { TrainingRole, WorkspaceRole } from './roles'

/** It is nobody's secret. */
export type TrainingPlanSubject = { kind: 'training-plan'; workspaceId: string; isMaker: boolean }

/** `role` is the asking person's own in it, null for none: also for who was it before. */
export type TrainingRecordSubject = {
  kind: 'training-record'
  workspaceId: string
  role: TrainingRole | null
  /** Whether the asking person has said yes to it. */
  agreed: boolean
  /** Whether all three have. */
  inForce: boolean
  /** Whether its trainer or who is of the school is not here any more. */
  lacksSomebody: boolean
}

export type TrainingSubject = TrainingPlanSubject | TrainingRecordSubject

/**
 * - training-record `read`: that it is, and who is asked; `answer`: yes or no; `follow`: its weeks; `write`: them;
 *   `sign`: or send back; `replace`: ask somebody to be it instead of another.
 */
export type TrainingVerbs = {
  'training-plan': 'read' | 'change'
  'training-record': 'read' | 'answer' | 'follow' | 'write' | 'sign' | 'replace'
}

export function canInTraining(
  inWorkspace: WorkspaceRole,
  verb: TrainingVerbs[TrainingSubject['kind']],
  subject: TrainingSubject,
): boolean {
  if (subject.kind === 'training-record')
    return canInRecord(verb as TrainingVerbs['training-record'], subject)
  return verb === 'read' || subject.isMaker || inWorkspace === 'owner' || inWorkspace === 'admin'
}

/** Its three people alone, whatever else they are here. Nobody signs what they wrote. */
function canInRecord(
  verb: TrainingVerbs['training-record'],
  { role, agreed, inForce, lacksSomebody }: TrainingRecordSubject,
): boolean {
  if (role === null) return false
  switch (verb) {
    case 'read':
      return true
    case 'answer':
      return !agreed
    case 'follow':
      return agreed
    case 'write':
      return agreed && inForce && role === 'apprentice'
    case 'sign':
      return agreed && inForce && role !== 'apprentice'
    // An apprentice does not choose who signs while somebody does.
    case 'replace':
      return agreed && inForce && (role !== 'apprentice' || lacksSomebody)
  }
}
