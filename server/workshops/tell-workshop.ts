import type { Deps } from '../http/deps'

type Told = 'workshop' | 'workshop-people' | 'workshop-results'

/** Whoever is in a workshop, or at its door, asks again for this of it. */
export function tellWorkshop({ notices }: Pick<Deps, 'notices'>, workshopId: string, what: Told[]) {
  const audience = { kind: 'workshop', workshopId } as const
  for (const one of what) notices.tell({ what: one, id: workshopId }, audience)
}

/** The list of a project's workshops. */
export const tellWorkshops = ({ notices }: Pick<Deps, 'notices'>, projectId: string) =>
  notices.tell({ what: 'workshops', id: projectId }, { kind: 'project', projectId })
