import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorkspace } from '../testing/make'
import { type TestDatabase, testDatabase } from '../testing/test-database'
import { withoutValues } from './loggable-error'
import { people } from './tables'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('a failed write is logged without what was to be written', async () => {
  const { id, organisationId, owner } = await makeWorkspace(database.db)
  const failed = await database.db
    .insert(people)
    .values({
      workspaceId: id,
      organisationId,
      name: 'Secret Name',
      email: owner.email,
      passwordHash: 'secret hash',
      role: 'member',
      colour: 'teal',
      language: 'en',
    })
    .then(() => null)
    .catch((error: unknown) => error)
  expect(String(failed)).toContain('secret hash')
  const logged = withoutValues(failed)
  expect(logged).toMatchObject({ code: '23505', constraint: 'people_email' })
  expect(JSON.stringify(logged)).not.toMatch(new RegExp(`secret|${owner.email}`, 'i'))
})
