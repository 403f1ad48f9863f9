import { type Actor, can, type Subject, type Verbs } from '@atelier/shared/access/can'
import { refuse } from '@atelier/shared/refusals'

/** Returns, or refuses: what one may not read is not found, what one may read is forbidden. */
export function requireCan<S extends Subject>(
  actor: Actor,
  verb: Verbs[S['kind']],
  subject: S,
): void {
  if (can(actor, verb, subject)) return
  refuse(mayRead(actor, subject) ? 'forbidden' : 'not-found')
}

/** Who may invite at all knows that invitations are there. */
function mayRead(actor: Actor, subject: Subject): boolean {
  if (subject.kind !== 'invitation') return can(actor, 'read', subject)
  return actor.workspaceId === subject.workspaceId
}
