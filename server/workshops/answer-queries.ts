/**
 * Who said what is told to nobody, and cannot be worked out: what was said is shown once the stage is closed, all at
 * once and then never changed, and only from `thinBelow` answers on. So there are no two sights of it whose difference
 * is somebody. How many have answered is said from that number on as well. Nothing is kept of when.
 */
import type { Answer, AnswerPage } from '@atelier/shared/workshops/answer'
import { isThin } from '@atelier/shared/workshops/workshop'
import { and, count, eq } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { workshopAnswers, workshopParticipants } from '../db/workshop-tables'
import { holdOpen, type StageRow } from './stage-queries'

type Desk = { workshopId: string; stageId: string; participantId: string }

/** The last one counts; an empty one takes it back. */
export const putAnswerRow = (
  db: Database,
  { workshopId, stageId, participantId }: Desk,
  answer: Answer,
): Promise<void> =>
  db.transaction(async (tx) => {
    await tx
      .select({ id: workshopParticipants.id })
      .from(workshopParticipants)
      .where(eq(workshopParticipants.id, participantId))
      .for('no key update')
    await holdOpen(tx, workshopId, stageId)
    if (answer.mark === null && answer.words === '') {
      await tx.delete(workshopAnswers).where(ofOne(stageId, participantId))
      return
    }
    await tx
      .insert(workshopAnswers)
      .values({ stageId, participantId, ...answer })
      .onConflictDoUpdate({
        target: [workshopAnswers.stageId, workshopAnswers.participantId],
        set: answer,
      })
  })

const ofOne = (stageId: string, participantId: string) =>
  and(eq(workshopAnswers.stageId, stageId), eq(workshopAnswers.participantId, participantId))

async function countAnswers(db: Queryable, stageId: string): Promise<number> {
  const [row] = await db
    .select({ answered: count() })
    .from(workshopAnswers)
    .where(eq(workshopAnswers.stageId, stageId))
  return row?.answered ?? 0
}

export const hasAnswersToShow = async (db: Queryable, stageId: string): Promise<boolean> =>
  !isThin(await countAnswers(db, stageId))

/** Marks and words each in an order of their own: by size, and by letter. */
export async function loadShownAnswers(
  db: Queryable,
  stage: { id: string; isClosed: boolean },
): Promise<Pick<AnswerPage, 'marks' | 'words'>> {
  const nothing = { marks: null, words: null }
  if (!stage.isClosed) return nothing
  const rows = await db
    .select({ mark: workshopAnswers.mark, words: workshopAnswers.words })
    .from(workshopAnswers)
    .where(eq(workshopAnswers.stageId, stage.id))
  if (isThin(rows.length)) return nothing
  return {
    marks: rows.flatMap(({ mark }) => mark ?? []).sort((a, b) => a - b),
    words: rows.flatMap(({ words }) => words || []).sort(),
  }
}

export async function loadAnswerPage(
  db: Queryable,
  stage: StageRow,
  participantId: string | null,
): Promise<AnswerPage> {
  const answered = await countAnswers(db, stage.id)
  const [mine] =
    participantId === null
      ? []
      : await db
          .select({ mark: workshopAnswers.mark, words: workshopAnswers.words })
          .from(workshopAnswers)
          .where(ofOne(stage.id, participantId))
  return {
    stageId: stage.id,
    mine: mine ?? null,
    answered: isThin(answered) ? null : answered,
    ...(await loadShownAnswers(db, { id: stage.id, isClosed: stage.closedAt !== null })),
  }
}
