/** What goes along with one's own journal: prompts, agreements, looks back. Nothing of anybody else's. */

import type { Actor } from '@atelier/shared/access/can'
import { gather } from '@atelier/shared/basics/gather'
import type {
  ExportedJournal,
  ExportedLookBack,
  ExportedMentorship,
  ExportedPromptSet,
} from '@atelier/shared/journals/export-contract'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { mentorshipVisibleTo, withMentorshipRights } from '../access/mentorship-access-queries'
import type { Queryable } from '../db/database'
import { inPieces } from '../db/in-pieces'
import { agreements, lookBacks, mentorshipPeople, mentorships } from '../db/mentorship-tables'
import { promptSets, promptSetVersions } from '../db/prompt-tables'
import { people } from '../db/tables'
import { agreementOf } from '../mentorships/agreement-queries'
import { loadSchedules } from './prompt-queries'

type TakenAlong = Pick<
  ExportedJournal,
  'promptSets' | 'promptSchedules' | 'mentorships' | 'lookBacks'
>

export const loadTakenAlong = async (db: Queryable, actor: Actor): Promise<TakenAlong> => ({
  promptSets: await promptSetsOf(db, actor.personId),
  promptSchedules: await loadSchedules(db, actor.personId),
  mentorships: await mentorshipsOf(db, actor),
  lookBacks: await lookBacksOf(db, actor.personId),
})

async function promptSetsOf(db: Queryable, makerId: string): Promise<ExportedPromptSet[]> {
  const rows = await db
    .select({ set: promptSets, version: promptSetVersions })
    .from(promptSets)
    .innerJoin(promptSetVersions, eq(promptSetVersions.setId, promptSets.id))
    .where(eq(promptSets.makerId, makerId))
    .orderBy(asc(promptSets.createdAt), asc(promptSets.id), asc(promptSetVersions.version))
  const sets = new Map<string, ExportedPromptSet>()
  for (const { set, version: row } of rows) {
    const known = sets.get(set.id) ?? { id: set.id, mentorshipId: set.mentorshipId, versions: [] }
    const { version, title, prompts, createdAt } = row
    known.versions.push({ version, title, prompts, at: createdAt.toISOString() })
    sets.set(set.id, known)
  }
  return [...sets.values()]
}

/** Those somebody has said yes to and is in: of the others they know too little, or nothing any more. */
async function mentorshipsOf(db: Queryable, actor: Actor): Promise<ExportedMentorship[]> {
  const isAgreed = eq(mentorshipPeople.answer, true)
  const rows = await withMentorshipRights(db, actor)
    .where(and(mentorshipVisibleTo(actor), isAgreed))
    .orderBy(asc(mentorships.createdAt), asc(mentorships.id))
  const ids = rows.map(({ mentorship }) => mentorship.id)
  const inThem = await db
    .select({ id: mentorshipPeople.mentorshipId, personId: mentorshipPeople.personId })
    .from(mentorshipPeople)
    .where(and(inArray(mentorshipPeople.mentorshipId, ids), isAgreed))
    .orderBy(asc(mentorshipPeople.role), asc(mentorshipPeople.personId))
  const agreed = await db
    .select()
    .from(agreements)
    .where(
      and(
        inArray(agreements.mentorshipId, ids),
        sql`${actor.personId}::uuid = any(${agreements.agreedBy})`,
      ),
    )
    .orderBy(asc(agreements.version))
  const peopleIn = new Map<string, string[]>()
  for (const { id, personId } of inThem) gather(peopleIn, id, personId)
  const agreedIn = new Map<string, ExportedMentorship['agreements']>()
  for (const row of agreed) gather(agreedIn, row.mentorshipId, agreementOf(row))
  return rows.map(({ mentorship: { id, kind, state, beganAt, endedAt } }) => ({
    ...{ id, kind, state },
    beganAt: beganAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    people: peopleIn.get(id) ?? [],
    agreements: agreedIn.get(id) ?? [],
  }))
}

async function lookBacksOf(db: Queryable, personId: string): Promise<ExportedLookBack[]> {
  const rows = await db
    .select()
    .from(lookBacks)
    .where(eq(lookBacks.personId, personId))
    .orderBy(asc(lookBacks.createdAt), asc(lookBacks.mentorshipId))
  return rows.map(({ mentorshipId, words, createdAt }) => ({
    ...{ mentorshipId, words, at: createdAt.toISOString() },
  }))
}

/** What these people are called. */
export async function loadNames(
  db: Queryable,
  ids: ReadonlySet<string>,
): Promise<ExportedJournal['people']> {
  const found: ExportedJournal['people'] = []
  for (const piece of inPieces([...ids]))
    found.push(
      ...(await db
        .select({ id: people.id, name: people.name })
        .from(people)
        .where(inArray(people.id, piece))
        .orderBy(asc(people.id))),
    )
  return found
}
