import { must } from '@atelier/shared/basics/must'
import { boardOf, newBoardUpdate } from '@atelier/shared/boards/new-board'
import { docOf, newDocUpdate } from '@atelier/shared/docs/new-doc'
import { insertBoard } from '../boards/board-queries'
import type { Database } from '../db/database'
import { insertDoc } from '../docs/doc-queries'
import { writeDocSummary } from '../docs/doc-summary'
import { insertOutcomes } from '../outcomes/outcome-queries'
import { insertProject, putMember, setArchived } from '../projects/project-change-queries'
import type { DemoBoard, DemoDoc, DemoOutcome, DemoProject } from './demo-data'
import type { DemoPersonKey } from './demo-people'
import { datesBack } from './demo-queries'
import { createDemoThreads } from './demo-threads'
import type { DemoIds } from './demo-workspace'

export async function createDemoProject(tx: Database, ids: DemoIds, project: DemoProject) {
  const { workspaceId, people, departments } = ids
  const { title, challenge } = project
  const createdBy = people[project.createdBy]
  const departmentIds = project.departments.map((name) => must(departments.get(name), name))
  const id = await insertProject(tx, { workspaceId, title, challenge, departmentIds, createdBy })
  const place = { id, workspaceId }
  for (const [key, role] of Object.entries(project.members)) {
    await putMember(tx, place, people[key as DemoPersonKey], role)
  }
  for (const doc of project.docs) await createDoc(tx, ids, place, doc)
  const outcomes = (project.outcomes ?? []).map((one) => ({ ...one, id: crypto.randomUUID() }))
  await insertOutcomes(
    tx,
    { projectId: id, workspaceId, createdBy },
    outcomes.map(({ cards: _cards, description = '', ...one }) => ({ ...one, description })),
  )
  for (const board of project.boards) await createBoard(tx, ids, place, { board, outcomes })
  await datesBack(tx, 'project', id, project.daysAgo)
  if (project.archived) await setArchived(tx, id, true)
}

type Place = { id: string; workspaceId: string }

async function createDoc(tx: Database, ids: DemoIds, project: Place, doc: DemoDoc) {
  const { title, by, daysAgo, body } = doc
  const update = newDocUpdate({ title, body: { type: 'doc', content: body } })
  const { id: projectId, workspaceId } = project
  const createdBy = ids.people[by]
  const id = await insertDoc(tx, title, { workspaceId, projectId, createdBy, update })
  await writeDocSummary(tx, id, docOf(update))
  await createDemoThreads(tx, ids, { id, update }, doc.threads ?? [])
  await datesBack(tx, 'doc', id, daysAgo)
}

type WithOutcomes = { board: DemoBoard; outcomes: readonly (DemoOutcome & { id: string })[] }

async function createBoard(
  tx: Database,
  ids: DemoIds,
  project: Place,
  { board, outcomes }: WithOutcomes,
) {
  const { id: projectId, workspaceId } = project
  const update = demoBoardUpdate({ board, outcomes }, ids.people, new Date())
  const { title, columns } = boardOf(update)
  const summary = columns.map(({ name, cards }) => ({ title: name, cards: cards.length }))
  const createdBy = ids.people[board.by]
  const id = await insertBoard(
    tx,
    { title, columns: summary },
    { workspaceId, projectId, createdBy, update },
  )
  await datesBack(tx, 'board', id, board.daysAgo)
}

/** Due dates are counted from `today`, so that the board is always in the middle of its work. */
function demoBoardUpdate(
  { board: { title, by, columns, done, limits, labels, cards }, outcomes }: WithOutcomes,
  people: DemoIds['people'],
  today: Date,
): Uint8Array {
  return newBoardUpdate({
    title,
    columns,
    done,
    limits,
    labels,
    cards: cards.map(({ assignee, alsoFor, startIn, dueIn, goal, learned, ...card }) => ({
      ...card,
      createdBy: people[by],
      outcomes: outcomes.filter((one) => one.cards.includes(card.title)).map(({ id }) => id),
      ...(assignee && { assignee: people[assignee] }),
      ...(alsoFor && { alsoFor: alsoFor.map((key) => people[key]) }),
      ...(startIn !== undefined && { start: dayFrom(today, startIn) }),
      ...(dueIn !== undefined && { due: dayFrom(today, dueIn) }),
      ...(goal && {
        goal: {
          person: people[goal.by],
          text: goal.text,
          helpers: goal.helpers?.map((key) => people[key]) ?? [],
        },
      }),
      ...(learned && { learned: { person: people[learned.by], text: learned.text } }),
    })),
  })
}

const dayFrom = (today: Date, days: number): string =>
  new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10)
