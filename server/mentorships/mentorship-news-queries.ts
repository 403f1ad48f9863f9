/**
 * Tells the people of a mentorship what concerns them, in the transaction that does it. Who said what, and how it
 * stands, is looked up when it is read: whoever calls lets all of its people ask for their inbox again.
 */
import type { InboxKind } from '@atelier/shared/inbox/inbox'
import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { inboxItems } from '../db/inbox-tables'
import { agreements, mentorshipPeople, mentorships } from '../db/mentorship-tables'
import { lockedItems } from '../inbox/inbox-queries'
import { putItems } from '../inbox/put-item-queries'

/** In which, and who does it; `isNamed` is false where they leave without their name. */
type Doing = { id: string; by: string; isNamed?: boolean }

/** Whoever has not answered yet. */
export const putAskedNews = async (tx: Queryable, doing: Doing): Promise<void> =>
  put(tx, doing, 'mentorship-asked', await peopleIn(tx, doing.id, null))

/** Yes or no, to whoever has said yes. */
export const putAnsweredNews = async (tx: Queryable, doing: Doing): Promise<void> =>
  put(tx, doing, 'mentorship-answered', await peopleIn(tx, doing.id, true), ` ${doing.by}`)

/** The newest version: those before it wait for nobody any more. */
export async function putProposedNews(tx: Queryable, doing: Doing): Promise<void> {
  await drop(tx, doing.id, ['agreement-proposed'])
  await put(tx, doing, 'agreement-proposed', await peopleIn(tx, doing.id, true))
}

/** The newest agreement, to whoever has said yes to the rest by now. */
export async function putNewcomerNews(tx: Queryable, { id, by: personId }: Doing): Promise<void> {
  if (!(await peopleIn(tx, id, true)).includes(personId)) return
  const [newest] = await tx
    .select({ writtenBy: agreements.writtenBy })
    .from(agreements)
    .where(eq(agreements.mentorshipId, id))
    .orderBy(desc(agreements.version))
    .limit(1)
  if (newest) await putTo(tx, [personId], { id, by: newest.writtenBy }, 'agreement-proposed')
}

const turns: InboxKind[] = ['mentorship-paused', 'mentorship-resumed']

/** It says how it stands now, once. Who has not read that it was paused does not need to read that it goes on. */
export async function putTurnNews(
  tx: Queryable,
  doing: Doing,
  kind: 'mentorship-paused' | 'mentorship-resumed',
): Promise<void> {
  const before = await drop(tx, doing.id, turns)
  const unaware = before
    .filter((one) => one.kind === 'mentorship-paused' && one.readAt === null)
    .map(({ personId }) => personId)
  const people = await peopleIn(tx, doing.id, true)
  const isNews = (one: string) => kind === 'mentorship-paused' || !unaware.includes(one)
  await put(tx, doing, kind, people.filter(isNews))
}

/** Where it is over by now, and had begun: each looks back. */
export async function putEndedNews(tx: Queryable, doing: Doing): Promise<void> {
  const [row] = await tx
    .select({ state: mentorships.state, beganAt: mentorships.beganAt })
    .from(mentorships)
    .where(eq(mentorships.id, doing.id))
  if (row?.state !== 'ended' || row.beganAt === null) return
  await drop(tx, doing.id, turns)
  await put(tx, doing, 'mentorship-ended', await peopleIn(tx, doing.id, true))
}

const put = (
  tx: Queryable,
  doing: Doing,
  kind: InboxKind,
  people: readonly string[],
  which = '',
): Promise<void> =>
  putTo(
    tx,
    people.filter((personId) => personId !== doing.by),
    doing,
    kind,
    which,
  )

async function putTo(
  tx: Queryable,
  people: readonly string[],
  { id, by, isNamed = true }: Doing,
  kind: InboxKind,
  which = '',
): Promise<void> {
  const key = `${kind} ${id}${which}`
  const item = { kind, mentorshipId: id, actorId: isNamed ? by : null, key }
  await putItems(
    tx,
    people.map((personId) => ({ ...item, personId })),
  )
}

/** Who has answered so, and has not left. */
async function peopleIn(tx: Queryable, id: string, answer: true | null): Promise<string[]> {
  const { mentorshipId, personId, leftAt, answer: theirs } = mentorshipPeople
  const rows = await tx
    .select({ personId })
    .from(mentorshipPeople)
    .where(
      and(
        eq(mentorshipId, id),
        isNull(leftAt),
        answer === null ? isNull(theirs) : eq(theirs, answer),
      ),
    )
  return rows.map((row) => row.personId)
}

const drop = (tx: Queryable, mentorshipId: string, kinds: InboxKind[]) => {
  const those = and(eq(inboxItems.mentorshipId, mentorshipId), inArray(inboxItems.kind, kinds))
  const { personId, kind, readAt } = inboxItems
  return tx
    .delete(inboxItems)
    .where(inArray(inboxItems.id, lockedItems(tx, those)))
    .returning({ personId, kind, readAt })
}
