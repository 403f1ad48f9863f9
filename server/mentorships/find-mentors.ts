import { createHash } from 'node:crypto'
import type { Actor } from '@atelier/shared/access/can'
import { findMentors, isAnyFull } from '@atelier/shared/mentorships/matching'
import { type FoundMentors, mostFound } from '@atelier/shared/mentorships/mentorship'
import type { Deps } from '../http/deps'
import { loadOpenProfiles } from './mentor-profile-queries'

/** Who could help the actor, and why; nobody without a profile of their own, since nothing is known of what they seek. */
export async function findMentorsFor(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
): Promise<FoundMentors> {
  const { me, others } = await loadOpenProfiles(db, actor)
  if (!me) return { found: [], isAnyFull: false }
  const candidates = others.map(({ candidate }) => candidate)
  const profiles = new Map(others.map((one) => [one.person.id, one]))
  const matches = findMentors(me, candidates, turnFor(actor)).slice(0, mostFound)
  const found = matches.flatMap(({ personId, reasons }) => {
    const other = profiles.get(personId)
    if (!other) return []
    const { id, name, colour, department, organisation } = other.person
    const { offers, languages, about } = other.profile
    const person = { id, name, colour, department, organisation }
    return [{ person, reasons, offers, languages, about }]
  })
  return { found, isAnyFull: found.length === 0 && isAnyFull(me, candidates) }
}

/** Another order for each who asks, and the same each time they do. */
const turnFor =
  ({ personId: asking }: Actor) =>
  (personId: string) =>
    createHash('sha256').update(`${asking} ${personId}`).digest().readUInt32BE(0)
