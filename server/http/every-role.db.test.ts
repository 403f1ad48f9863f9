/** Who gets what answer from every route, among the people of one workspace. The diff of the snapshot shows what changed. */
import type { ProjectRole, WorkspaceRole } from '@atelier/shared/access/roles'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { putMember } from '../projects/project-change-queries'
import { callRoute, furnish, publicRoutes, routesOf } from '../testing/every-route'
import { makePerson } from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'

/** In the workspace, and in the project all ids belong to. */
const columns: [WorkspaceRole, ProjectRole | null][] = [
  ['owner', null],
  ['admin', null],
  ['member', 'lead'],
  ['member', 'contributor'],
  ['member', 'commenter'],
  ['member', 'viewer'],
  ['member', null],
  ['partner', 'lead'],
  ['partner', 'contributor'],
  ['partner', 'viewer'],
  ['partner', null],
]
const nameOf = ([role, inProject]: (typeof columns)[number]) =>
  inProject ? `${role}+${inProject}` : role

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

/** Nobody has changed anything in it yet. */
let untouched: ReturnType<typeof newHouse> | null = null

/** By somebody new, in a house in which nobody changed anything: no answer depends on the ones before. */
async function statusFor(route: string, [role, inProject]: (typeof columns)[number]) {
  const { db } = app.deps
  untouched ??= newHouse()
  const house = await untouched
  const person = await makePerson(db, house.workspace, { role })
  if (inProject) await putMember(db, house.project, person.id, inProject)
  const { status } = await callRoute(await app.as(person), route, house.ids)
  const wasTurnedAway = status === 403 || status === 404
  if (!route.startsWith('GET ') && !wasTurnedAway) untouched = null
  return status
}

async function newHouse() {
  const house = await furnish(app)
  await putMember(app.deps.db, house.project, house.member.id, 'viewer')
  return house
}

test('every route answers every role as the snapshot says', async () => {
  const routes = routesOf(app).filter((route) => !publicRoutes.includes(route))
  const width = Math.max(...routes.map((route) => route.length)) + 2
  const lines = [' '.repeat(width) + columns.map(nameOf).join('  ')]
  for (const route of routes) {
    const cells: string[] = []
    for (const column of columns) {
      cells.push(String(await statusFor(route, column)).padEnd(nameOf(column).length))
    }
    lines.push(`${route.padEnd(width)}${cells.join('  ')}`.trimEnd())
  }
  expect(`\n${lines.join('\n')}\n`).toMatchSnapshot()
}, 300_000)
