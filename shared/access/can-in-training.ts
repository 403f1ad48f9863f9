/** Who may do what with a training plan and a training record. */
import { type SigningRole, signingRoles, type TrainingRole, type WorkspaceRole } from './roles'

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
  /** Whether they began it, or whoever did is not in it, or not here, any more. */
  leads: boolean
  /** Of trainer and school: as which nobody is in it who has said yes and is here. */
  lacks: readonly SigningRole[]
}

export type TrainingSubject = TrainingPlanSubject | TrainingRecordSubject

/**
 * - training-record `read`: that it is, and who is asked; `answer`: yes or no; `follow`: its weeks; `write`: them;
 *   `sign`: or send back; `replace`: ask somebody to be it instead of another (as what, says `mayReplace`);
 *   `put-away`: erase it before it is in force.
 */
export type TrainingVerbs = {
  'training-plan': 'read' | 'change'
  'training-record': 'read' | 'answer' | 'follow' | 'write' | 'sign' | 'replace' | 'put-away'
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

/**
 * Nobody chooses who signs beside them: a trainer hands over to a trainer, a school to a school. Where somebody is
 * missing any of the three may ask; before it is in force, whoever leads it.
 */
export function mayReplace({
  role,
  agreed,
  inForce,
  leads,
  lacks,
}: TrainingRecordSubject): SigningRole[] {
  if (role === null || !agreed) return []
  if (!inForce) return leads ? [...lacks] : []
  return signingRoles.filter((one) => one === role || lacks.includes(one))
}

/** Its three people alone, whatever else they are here. Nobody signs what they wrote. */
function canInRecord(
  verb: TrainingVerbs['training-record'],
  subject: TrainingRecordSubject,
): boolean {
  const { role, agreed, inForce, leads } = subject
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
    case 'replace':
      return mayReplace(subject).length > 0
    case 'put-away':
      return agreed && !inForce && leads
  }
}
