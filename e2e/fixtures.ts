/**
 * People in one project. A spec asks for `together` and gets persons who sit at their own
 * browsers, signed in, each with a network cable of their own.
 */

import { putMember } from '@atelier/server/projects/project-change-queries'
import {
  type MadePerson,
  type MadeProject,
  type MadeWorkspace,
  makePerson,
  makeProject,
  makeWorkspace,
} from '@atelier/server/testing/make'
import type { ProjectRole } from '@atelier/shared/access/roles'
import { type Browser, type BrowserContext, test as base, type Page } from '@playwright/test'
import { type House, openHouse } from './house'
import { openWire } from './wire'

/** Somebody at their own browser. Pages open with `person.page.goto('/docs/…')`. */
export type Person = {
  id: string
  name: string
  page: Page
  context: BrowserContext
  /** Every connection ends at once, and the browser knows it. */
  goOffline(): Promise<void>
  /** Every connection stays open, but nothing gets through, and the browser knows nothing of it. */
  vanish(): void
  /** Pages come, websockets are refused. */
  loseSockets(): void
  comeBack(): Promise<void>
}

/** One new person for each role, in the same order. */
export type Together = <Roles extends [ProjectRole, ...ProjectRole[]]>(
  project: MadeProject,
  ...roles: Roles
) => Promise<{ [Place in keyof Roles]: Person }>

export type Fixtures = {
  /** A workspace of this test's own, with nobody in it but its owner. */
  workspace: MadeWorkspace
  /** A project in it, led by the owner. */
  project: MadeProject
  together: Together
  /** Somebody who is in the database already, at their own browser. */
  comeIn(person: Pick<MadePerson, 'id' | 'name'>): Promise<Person>
}

const names = ['Anna Berg', 'Ben Okafor', 'Clara Rossi', 'David Nowak', 'Elif Kaya']

export const test = base.extend<Fixtures, { house: House }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to see what a fixture needs
    async ({}, use) => {
      const house = await openHouse()
      await use(house)
      await house.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  workspace: async ({ house }, use) => use(await makeWorkspace(house.db)),

  project: async ({ house, workspace }, use) => use(await makeProject(house.db, workspace.owner)),

  comeIn: async ({ house, browser }, use, testInfo) => {
    const goodbyes: (() => Promise<void>)[] = []
    await use(async (person) => {
      const { seated, leave } = await sitDown(browser, house, person)
      goodbyes.push(leave)
      return seated
    })
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach('what the server said', { body: house.log() })
    }
    for (const leave of goodbyes) await leave()
  },

  together: async ({ house, workspace, comeIn }, use) => {
    let used = 0
    await use(async (project, ...roles) => {
      const people: Person[] = []
      for (const role of roles) {
        const person = await makePerson(house.db, workspace, { name: names[used++ % names.length] })
        await putMember(house.db, project, person.id, role)
        people.push(await comeIn(person))
      }
      return people as { [Place in keyof typeof roles]: Person }
    })
  },
})

async function sitDown(browser: Browser, house: House, person: Pick<MadePerson, 'id' | 'name'>) {
  const wire = await openWire()
  const context = await browser.newContext({
    baseURL: house.origin,
    proxy: { server: wire.address },
  })
  await context.addCookies([await house.signIn(person.id)])
  const seated: Person = {
    id: person.id,
    name: person.name,
    context,
    page: await context.newPage(),
    async goOffline() {
      wire.pull()
      await context.setOffline(true)
    },
    vanish: () => wire.swallow(),
    loseSockets: () => wire.refuseSockets(),
    async comeBack() {
      wire.plugIn()
      await context.setOffline(false)
    },
  }
  const leave = async () => {
    await context.close()
    await wire.close()
  }
  return { seated, leave }
}
