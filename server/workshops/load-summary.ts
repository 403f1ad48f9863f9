import { roomName } from '@atelier/shared/sync/room-name'
import type { Note } from '@atelier/shared/workshops/note'
import type { SentCard } from '@atelier/shared/workshops/result'
import type { LocalWords, Stage } from '@atelier/shared/workshops/stage'
import type {
  SummaryAnswers,
  SummaryGroup,
  SummaryNote,
  WorkshopSummary,
} from '@atelier/shared/workshops/summary'
import { readWall, type Wall } from '@atelier/shared/workshops/wall'
import type { Deps } from '../http/deps'
import type { Visit } from '../http/with-visit'
import { loadShownAnswers } from './answer-queries'
import { loadResults, loadSentNotes } from './result-queries'
import { countEverybody } from './summary-queries'
import { countVoters, loadTotals } from './vote-queries'
import { loadStages } from './workshop-queries'

/** What is read here may all be read elsewhere by whoever visits: votes once closed, answers once shown. */
export async function loadSummary(
  { db, rooms }: Pick<Deps, 'db' | 'rooms'>,
  { workshop, project, rights }: Visit,
): Promise<WorkshopSummary> {
  const readsBoards = rights.role !== null
  const stages = await loadStages(db, workshop.id)
  const wall = await rooms.look(roomName('workshop', workshop.id), (doc) => readWall(doc))
  const vote = stages.findLast(({ kind, closedAt }) => kind === 'vote' && closedAt !== null)
  const ids = [...wall.groups, ...wall.notes].map(({ id }) => id)
  const facts = {
    topics: topicsOf(stages),
    totals: vote ? await loadTotals(db, vote.id) : null,
    cards: readsBoards ? await loadSentNotes(db, project.id, ids) : new Map(),
  }
  return {
    id: workshop.id,
    title: workshop.title,
    kit: { key: workshop.kitKey, version: workshop.kitVersion, title: workshop.kitTitle },
    language: workshop.language,
    project: readsBoards ? project.title : null,
    startedAt: workshop.startedAt?.toISOString() ?? null,
    endedAt: workshop.endedAt?.toISOString() ?? null,
    people: await countEverybody(db, workshop.id),
    voters: vote ? await countVoters(db, vote.id) : null,
    stages: stages.map(({ id, key, kind, title, minutes }) => ({ id, key, kind, title, minutes })),
    ...contentOf(wall, facts),
    results: await loadResults(db, workshop.id, readsBoards),
    answers: await answersIn(db, stages),
  }
}

type Facts = {
  topics: ReadonlyMap<string, LocalWords>
  totals: Record<string, number> | null
  cards: ReadonlyMap<string, SentCard>
}

const topicsOf = (stages: readonly Stage[]) =>
  new Map(stages.flatMap(({ rules }) => rules.topics ?? []).map(({ key, title }) => [key, title]))

function contentOf({ notes, groups }: Wall, { topics, totals, cards }: Facts) {
  const dotsOn = (id: string) => totals && (totals[id] ?? 0)
  const noteOf = ({ id, text, colour, topic, author, drawing, picture }: Note): SummaryNote => ({
    ...{ id, text, colour, author },
    drawn: drawing.length > 0 || picture !== null,
    topic: topics.get(topic ?? '') ?? null,
    dots: dotsOn(id),
    card: cards.get(id) ?? null,
  })
  const groupOf = ({ id, title, notes: inside }: Wall['groups'][number]): SummaryGroup => {
    const read = inside.map(noteOf)
    const own = dotsOn(id)
    const dots = own === null ? null : read.reduce((sum, note) => sum + (note.dots ?? 0), own)
    return { id, title, dots, notes: read.sort(byDots), card: cards.get(id) ?? null }
  }
  return {
    groups: groups.map(groupOf).sort(byDots),
    notes: notes.flatMap((note) => (note.group === null ? noteOf(note) : [])).sort(byDots),
  }
}

const byDots = (a: { dots: number | null }, b: { dots: number | null }) =>
  (b.dots ?? 0) - (a.dots ?? 0)

async function answersIn(db: Deps['db'], stages: readonly Stage[]): Promise<SummaryAnswers[]> {
  const found: SummaryAnswers[] = []
  for (const { id: stageId, kind, title, closedAt } of stages) {
    if (kind !== 'check-in' && kind !== 'close') continue
    const shown = await loadShownAnswers(db, { id: stageId, isClosed: closedAt !== null })
    found.push({ stageId, kind, title, ...shown })
  }
  return found
}
