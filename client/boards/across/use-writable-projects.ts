import { useCan } from '../../access/use-can'
import { useProjects } from '../../projects/project-records'

/** The projects in which this person may edit, and the board's own. */
export function useWritableProjects(ownId: string | undefined) {
  const can = useCan()
  const { data: projects = [] } = useProjects()
  return projects.filter(
    ({ id, workspaceId, role, archived }) =>
      id === ownId || can('edit', { kind: 'project', workspaceId, role, archived }),
  )
}
