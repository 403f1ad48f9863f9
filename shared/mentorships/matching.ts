/**
 * Who could help whom, and why: for the asking person alone. The reasons are what is shown; the order is never
 * a rank that others see, and nobody is told that they were not chosen.
 */
import { folded } from '../basics/folded'
import type { Language } from '../people/choices'

/** One who can be found, as far as it matters here. */
export type Candidate = {
  personId: string
  offers: readonly string[]
  seeks: readonly string[]
  languages: readonly Language[]
  organisation: string
  department: string | null
  /** How many more mentees they take. */
  free: number
}

export type MatchReason =
  /** A skill one seeks and the other offers, in the words of who offers it. */
  | { kind: 'offers'; skills: string[] }
  /** What they would learn in turn. */
  | { kind: 'seeks'; skills: string[] }
  | { kind: 'language'; languages: Language[] }
  /** From another department or organisation: what people here come for. */
  | { kind: 'elsewhere'; organisation: string; department: string | null }

export type Match = { personId: string; reasons: MatchReason[] }

/** Whether somebody offers what I seek, and has no place left: to be said where nobody is found, and not who. */
export const isAnyFull = (me: Candidate, others: readonly Candidate[]): boolean =>
  others.some(
    ({ personId, free, offers }) =>
      personId !== me.personId && free <= 0 && shared(offers, me.seeks).length > 0,
  )

/**
 * Mentors for `me`, who offers most of what I seek first; alike ones in an order that is another for each who asks
 * (`turn`), so that nobody always stands last. Who has no place left, or offers nothing I seek, is left out.
 */
export function findMentors(
  me: Candidate,
  others: readonly Candidate[],
  turn: (personId: string) => number,
): Match[] {
  return others
    .filter(({ personId, free }) => personId !== me.personId && free > 0)
    .map((other) => ({ other, offered: shared(other.offers, me.seeks) }))
    .filter(({ offered }) => offered.length > 0)
    .map(({ other, offered }) => ({ other, offered, reasons: reasonsFor(me, other, offered) }))
    .sort(
      (a, b) =>
        b.offered.length - a.offered.length ||
        b.reasons.length - a.reasons.length ||
        turn(a.other.personId) - turn(b.other.personId),
    )
    .map(({ other, reasons }) => ({ personId: other.personId, reasons }))
}

function reasonsFor(me: Candidate, other: Candidate, offered: string[]): MatchReason[] {
  const reasons: MatchReason[] = [{ kind: 'offers', skills: offered }]
  const back = shared(other.seeks, me.offers)
  if (back.length > 0) reasons.push({ kind: 'seeks', skills: back })
  const spoken = other.languages.filter((language) => me.languages.includes(language))
  if (spoken.length > 0) reasons.push({ kind: 'language', languages: spoken })
  const isElsewhere = other.organisation !== me.organisation || other.department !== me.department
  if (isElsewhere) {
    const { organisation, department } = other
    reasons.push({ kind: 'elsewhere', organisation, department })
  }
  return reasons
}

/** Those of `theirs` that are in `mine`, however they are written. */
function shared(theirs: readonly string[], mine: readonly string[]): string[] {
  const wanted = new Set(mine.map(folded))
  return theirs.filter((skill) => wanted.has(folded(skill)))
}
