import type { Participant } from '@atelier/shared/workshops/workshop'

/**
 * Small groups by the order in which people came: the same on every screen, and pairs stay together in fours. Whoever
 * comes late joins the last ones; nobody is left alone where there are others.
 */
export function breakoutGroups<P extends Pick<Participant, 'state'>>(
  people: readonly P[],
  size: number,
): P[][] {
  // Who has left keeps their place, or all groups behind them would change in the middle of their talk.
  const seated = people.filter(({ state }) => state === 'in' || state === 'left')
  const groups: P[][] = []
  for (let at = 0; at < seated.length; at += size) groups.push(seated.slice(at, at + size))
  const last = groups.at(-1)
  if (last?.length === 1 && groups.length > 1) {
    groups.pop()
    groups.at(-1)?.push(...last)
  }
  return groups.map((group) => group.filter(({ state }) => state === 'in')).filter(isSomebody)
}

const isSomebody = (group: readonly unknown[]) => group.length > 0
