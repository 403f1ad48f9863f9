/** A workshop that is open, at one of its stages, with people in it, for tests. */
import { roomName } from '@atelier/shared/sync/room-name'
import type { Stage, StageKind } from '@atelier/shared/workshops/stage'
import { eq } from 'drizzle-orm'
import * as Y from 'yjs'
import { workshopParticipants, workshops } from '../db/workshop-tables'
import { type MadePerson, type MadeProject, makePerson, makeProject, makeWorkspace } from './make'
import { type MadeWorkshop, makeWorkshop } from './make-workshop'
import type { Browser, TestApp } from './test-app'

export type WorkshopStage = {
  owner: MadePerson
  project: MadeProject
  people: MadePerson[]
  workshop: MadeWorkshop
  stage: Stage
  /** Of the workshop, and of the stage. */
  path: string
  at: string
  /** Who facilitates. */
  host: Browser
  /** Everybody else, each in a seat. */
  others: Browser[]
}

/** `others` so many contributors beside the facilitator. */
export async function openWorkshop(
  app: TestApp,
  kind: StageKind,
  { others: many = 2 } = {},
): Promise<WorkshopStage> {
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  const people = await Promise.all(Array.from({ length: many }, () => makePerson(db, workspace)))
  const project = await makeProject(db, workspace.owner, {
    members: people.map((person) => [person, 'contributor']),
  })
  const workshop = await makeWorkshop(db, project, workspace.owner)
  const stage = workshop.stage(kind)
  await goTo(app, workshop.id, stage.id)
  const path = `/api/workshops/${workshop.id}`
  const others = await Promise.all(people.map((person) => app.as(person)))
  for (const one of others) await one.post(`${path}/seat`)
  return {
    ...{ owner: workspace.owner, project, people, workshop, stage, path, others },
    at: `${path}/stages/${stage.id}`,
    host: await app.as(workspace.owner),
  }
}

export const goTo = ({ deps: { db } }: TestApp, workshopId: string, stageId: string) =>
  db
    .update(workshops)
    .set({ state: 'open', stageId, startedAt: new Date() })
    .where(eq(workshops.id, workshopId))

export const seatsIn = ({ deps: { db } }: TestApp, workshopId: string) =>
  db.select().from(workshopParticipants).where(eq(workshopParticipants.workshopId, workshopId))

type WallWish = {
  notes?: Record<string, { text: string; group?: string }>
  groups?: Record<string, string>
}

/** Notes and groups on its wall, by ids. */
export const putOnWall = (
  { rooms }: TestApp,
  workshopId: string,
  { notes = {}, groups = {} }: WallWish,
) =>
  rooms.edit(roomName('workshop', workshopId), (doc) => {
    for (const [id, title] of Object.entries(groups)) {
      const entry = new Y.Map<unknown>([['title', new Y.Text(title)]])
      entry.set('spot', { x: 0, y: 0, z: 1 })
      doc.getMap('groups').set(id, entry)
    }
    for (const [id, { text, group }] of Object.entries(notes)) {
      const entry = new Y.Map<unknown>([['text', new Y.Text(text)]])
      entry.set('spot', { x: 0, y: 0, z: 1 })
      if (group) entry.set('group', group)
      doc.getMap('notes').set(id, entry)
    }
  })
