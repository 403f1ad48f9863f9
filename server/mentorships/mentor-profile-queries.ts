/** What people offer as mentors and seek as mentees. Only who is open can be found, and only by who may know of them. */
import type { Actor } from '@atelier/shared/access/can'
import type { Candidate } from '@atelier/shared/mentorships/matching'
import type { MentorProfile } from '@atelier/shared/mentorships/mentorship'
import type { PersonRow } from '@atelier/shared/people/person'
import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { mentorProfiles, mentorshipPeople, mentorships } from '../db/mentorship-tables'
import { people } from '../db/tables'
import { listPeople } from '../people/person-queries'

const noProfile: MentorProfile = {
  isOpen: false,
  offers: [],
  seeks: [],
  languages: [],
  capacity: 0,
  about: '',
}

const columns = {
  isOpen: mentorProfiles.isOpen,
  offers: mentorProfiles.offers,
  seeks: mentorProfiles.seeks,
  languages: mentorProfiles.languages,
  capacity: mentorProfiles.capacity,
  about: mentorProfiles.about,
}

export async function loadProfile(db: Queryable, personId: string): Promise<MentorProfile> {
  const [row] = await db
    .select(columns)
    .from(mentorProfiles)
    .where(eq(mentorProfiles.personId, personId))
  return row ?? noProfile
}

export async function putProfile(db: Queryable, personId: string, profile: MentorProfile) {
  const changedAt = new Date()
  await db
    .insert(mentorProfiles)
    .values({ personId, ...profile, changedAt })
    .onConflictDoUpdate({ target: mentorProfiles.personId, set: { ...profile, changedAt } })
}

export type OpenProfile = { person: PersonRow; profile: MentorProfile; candidate: Candidate }

/** Of the people the actor may know of, who is open to be asked; and the actor, open or not. */
export async function loadOpenProfiles(
  db: Queryable,
  actor: Actor,
): Promise<{ me: Candidate | null; others: OpenProfile[] }> {
  const known = await listPeople(db, actor)
  const rows = await db
    .select({ personId: mentorProfiles.personId, ...columns })
    .from(mentorProfiles)
    .innerJoin(people, eq(people.id, mentorProfiles.personId))
    .where(and(eq(people.workspaceId, actor.workspaceId), isNull(people.suspendedAt)))
  const profiles = new Map(rows.map(({ personId, ...profile }) => [personId, profile]))
  const taken = await menteesOf(db, [...profiles.keys()])
  const all = known.flatMap((person): OpenProfile[] => {
    const profile = profiles.get(person.id)
    if (!profile) return []
    const free = profile.capacity - (taken.get(person.id) ?? 0)
    return [{ person, profile, candidate: candidateOf(person, profile, free) }]
  })
  const me = all.find(({ person }) => person.id === actor.personId)
  const isOther = ({ person, profile }: OpenProfile) =>
    profile.isOpen && person.id !== actor.personId
  return { me: me?.candidate ?? null, others: all.filter(isOther) }
}

const candidateOf = (
  { id: personId, organisation, department }: PersonRow,
  { offers, seeks, languages }: MentorProfile,
  free: number,
): Candidate => ({ personId, offers, seeks, languages, organisation, department, free })

/** How many each of these has at the moment, as a mentor. */
async function menteesOf(db: Queryable, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ personId: mentorshipPeople.personId, mentees: count() })
    .from(mentorshipPeople)
    .innerJoin(mentorships, eq(mentorships.id, mentorshipPeople.mentorshipId))
    .where(
      and(
        inArray(mentorshipPeople.personId, ids),
        eq(mentorshipPeople.role, 'mentor'),
        inArray(mentorships.state, ['active', 'paused']),
      ),
    )
    .groupBy(mentorshipPeople.personId)
  return new Map(rows.map(({ personId, mentees }) => [personId, mentees]))
}
