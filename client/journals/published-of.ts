import type { OwnPublication } from '@atelier/shared/publications/publication'

/** What of a section stands elsewhere now: for each project the latest, and one for all that are not read any more. */
export function standingOf(
  publications: readonly OwnPublication[],
  sectionId: string,
): readonly OwnPublication[] {
  const byProject = new Map<string | undefined, OwnPublication>()
  for (const one of publications) {
    const isHere = one.parts.some((part) => part.sectionId === sectionId)
    const place = one.project?.id
    if (isHere && one.withdrawnAt === null && !byProject.has(place)) byProject.set(place, one)
  }
  return [...byProject.values()]
}
