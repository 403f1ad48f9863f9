/** One empty doc, and people who have it open in front of them. */
import { makeDoc } from '@atelier/server/testing/make'
import type { ProjectRole } from '@atelier/shared/access/roles'
import { type DocPage, docPage } from './doc-page'
import { test as base, type Person } from './fixtures'

export type Writer = Person & DocPage

export type DocFixtures = {
  /** Its title is “Minutes”. */
  doc: { id: string; title: string }
  /** One new person for each role, who sees the doc on screen, and what the badge makes of it. */
  inDoc<Roles extends [ProjectRole, ...ProjectRole[]]>(
    ...roles: Roles
  ): Promise<{ [Place in keyof Roles]: Writer }>
}

export const test = base.extend<DocFixtures>({
  doc: async ({ house, project, workspace }, use) =>
    use(await makeDoc(house.db, project, workspace.owner, 'Minutes')),

  inDoc: async ({ project, doc, together }, use) =>
    use(async (...roles) => {
      const people = await together(project, ...roles)
      const writers: Writer[] = people.map((person) => ({ ...person, ...docPage(person) }))
      for (const writer of writers) {
        await writer.open(doc)
        await writer.says(/^(Saved|Read only)$/)
      }
      return writers as { [Place in keyof typeof roles]: Writer }
    }),
})
