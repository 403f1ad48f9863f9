/** A lived-in example workspace: `npm start -- --demo`, the screenshots and the e2e tests use it. */
import type { Database } from '../db/database'
import { insertInvitation } from '../people/invitation-queries'
import { insertDepartment, insertOrganisation } from '../people/organisation-queries'
import { changePersonRow, insertPerson, loadCredentials } from '../people/person-queries'
import { foundWorkspace, hasWorkspace } from '../people/workspace-queries'
import {
  type DemoPersonKey,
  demoOrganisations,
  demoPassword,
  demoPeople,
  demoWorkspace,
} from './demo-people'
import { createDemoProject } from './demo-project'
import { demoSignIns } from './demo-sign-ins'
import { handoverProject } from './handover/handover-project'
import { createDemoJournals } from './journals/create-journals'
import { scrapProject } from './scrap/scrap-project'
import { shiftProject } from './shift/shift-project'
import { createDemoTraining } from './training/create-training'

/** The newest last, so that it heads the list. */
export const demoProjects = [shiftProject, handoverProject, scrapProject]

export type DemoDeps = { db: Database; passwords: { hash(password: string): Promise<string> } }

export type DemoIds = {
  workspaceId: string
  organisationIds: Record<keyof typeof demoOrganisations, string>
  people: Record<DemoPersonKey, string>
  /** By name. */
  departments: Map<string, string>
}

/**
 * Makes the example in an empty database, all of it or nothing, and resolves with what to tell
 * whoever started the server. A workspace that is already there is left alone.
 */
export async function createDemoWorkspace({ db, passwords }: DemoDeps): Promise<string> {
  if (await hasWorkspace(db)) {
    const ours = await loadCredentials(db, demoPeople.ingrid.email)
    return ours
      ? demoSignIns('The example workspace is already here.')
      : 'This Atelier already has a workspace of its own: no example was made.'
  }
  const passwordHash = await passwords.hash(demoPassword)
  await db.transaction(async (tx) => {
    const ids = await createPeople(tx, passwordHash)
    for (const project of demoProjects) await createDemoProject(tx, ids, project)
    await createDemoJournals(tx, ids)
    await createDemoTraining(tx, ids)
    await inviteSomebody(tx, ids)
  })
  return demoSignIns('The example workspace is ready.')
}

async function createPeople(tx: Database, passwordHash: string): Promise<DemoIds> {
  const { nordhafen, school } = demoOrganisations
  const { ingrid, ...others } = demoPeople
  const { name, email, language } = ingrid
  const founded = await foundWorkspace(tx, {
    workspace: demoWorkspace,
    organisation: nordhafen.name,
    owner: { name, email, language, passwordHash },
  })
  const { workspaceId } = founded
  const organisationIds = {
    nordhafen: founded.organisationId,
    school: await insertOrganisation(tx, {
      workspaceId,
      name: school.name,
      kind: school.kind,
      region: school.region,
    }),
  }
  const departments = new Map<string, string>()
  for (const place of ['nordhafen', 'school'] as const) {
    for (const department of demoOrganisations[place].departments) {
      const row = { workspaceId, organisationId: organisationIds[place], name: department }
      departments.set(department, await insertDepartment(tx, row))
    }
  }
  const people = { ingrid: founded.ownerId } as DemoIds['people']
  for (const [key, { shows: _, department, organisation, ...person }] of Object.entries(others)) {
    people[key as DemoPersonKey] = await insertPerson(tx, {
      ...person,
      workspaceId,
      passwordHash,
      organisationId: organisationIds[organisation],
      departmentId: departments.get(department) ?? null,
    })
  }
  await changePersonRow(tx, founded.ownerId, {
    departmentId: departments.get(ingrid.department) ?? null,
  })
  return { workspaceId, organisationIds, people, departments }
}

/** So that the list of grants shows what a pending link looks like. Its token is told to nobody. */
async function inviteSomebody(tx: Database, { workspaceId, people, organisationIds }: DemoIds) {
  await insertInvitation(tx, {
    workspaceId,
    organisationId: organisationIds.school,
    role: 'partner',
    projectId: null,
    projectRole: null,
    note: 'Frau Aydin, Elektrotechnik',
    uses: 1,
    createdBy: people.tomasz,
    expiresAt: new Date(Date.now() + 14 * 86_400_000),
  })
}
