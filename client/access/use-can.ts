import { type Actor, can, type Subject, type Verbs } from '@atelier/shared/access/can'
import type { ProjectRights } from '@atelier/shared/projects/project'
import { useMe } from './session'

/** For showing and hiding only; the server protects. */
export function useCan() {
  const { id, workspaceId, role } = useMe()
  const actor: Actor = { personId: id, workspaceId, role }
  return <S extends Subject>(verb: Verbs[S['kind']], subject: S): boolean =>
    can(actor, verb, subject)
}

export function useCanInWorkspace(verb: Verbs['workspace']): boolean {
  const { workspaceId } = useMe()
  return useCan()(verb, { kind: 'workspace', workspaceId })
}

/** Nothing is allowed while the project is not loaded. */
export function useCanInProject(
  verb: Verbs['project'],
  project: ProjectRights | undefined,
): boolean {
  const ask = useCan()
  if (!project) return false
  const { workspaceId, role, archived } = project
  return ask(verb, { kind: 'project', workspaceId, role, archived })
}
