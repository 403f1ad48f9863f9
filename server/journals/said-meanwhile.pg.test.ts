/** What somebody says in a margin while its section is taken back from them: it waits for that, and is not said. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { comments } from '../db/comment-tables'
import type { Database } from '../db/database'
import { entries, sections } from '../db/journal-tables'
import { words } from '../testing/comment-stage'
import { type MadePerson, type MadeWorkspace, makePerson, makeWorkspace } from '../testing/make'
import { type MadeEntry, makeEntry, makePair } from '../testing/make-journal'
import { type Browser, type TestApp, testApp } from '../testing/test-app'
import { type TestDatabase, testDatabase } from '../testing/test-database'
import { whileNotCommitted } from '../testing/while-not-committed'

let database: TestDatabase
let app: TestApp
let workspace: MadeWorkspace
let mentor: MadePerson
let asMentor: Browser
let entry: MadeEntry
let threads: string

beforeAll(async () => {
  database = await testDatabase()
  app = await testApp({ database })
  workspace = await makeWorkspace(database.db)
})
afterAll(async () => {
  await app.stop()
  await database.close()
})
beforeEach(async () => {
  const { db } = database
  const mentee = await makePerson(db, workspace)
  mentor = await makePerson(db, workspace)
  const pair = await makePair(db, { mentee, mentor })
  asMentor = await app.as(mentor)
  entry = await makeEntry(db, mentee, pair, ['pair'])
  threads = `/api/sections/${entry.sections[0]}/threads`
})

const said = (text: string) => ({ id: crypto.randomUUID(), body: words(text) })
const begun = (text: string) => ({ ...said(text), anchor: null, quote: '' })

/** As its author takes it back: the entry is held, and let go with what has changed. */
async function takingBack(tx: Database) {
  await tx.select().from(entries).where(eq(entries.id, entry.id)).for('update')
  const [sectionId = ''] = entry.sections
  await tx.update(sections).set({ audience: 'private' }).where(eq(sections.id, sectionId))
}

const bySomebodyElse = () =>
  database.db.select().from(comments).where(eq(comments.authorId, mentor.id))

test('a thread that is begun meanwhile is not', async () => {
  const late = await whileNotCommitted(database, takingBack, () =>
    asMentor.post(threads, begun('Too late')),
  )
  expect(late).toMatchObject({ status: 'fulfilled', value: { status: 404 } })
  expect(await bySomebodyElse()).toEqual([])
})

test('nor is an answer given, a word changed, or a thread settled or opened again', async () => {
  const thread = begun('In time')
  await asMentor.post(threads, thread)
  const at = `${threads}/${thread.id}/comments`
  const writes = [
    () => asMentor.post(at, said('Too late')),
    () => asMentor.patch(`${at}/${thread.id}`, { body: words('Changed too late') }),
    () => asMentor.post(`${threads}/${thread.id}/resolve`),
    () => asMentor.post(`${threads}/${thread.id}/reopen`),
  ]
  for (const write of writes) {
    const late = await whileNotCommitted(database, takingBack, write)
    expect(late).toMatchObject({ status: 'fulfilled', value: { status: 404 } })
    const [sectionId = ''] = entry.sections
    await database.db.update(sections).set({ audience: 'pair' }).where(eq(sections.id, sectionId))
  }
  expect((await asMentor.get(threads)).body.threads).toMatchObject([{ resolved: null }])
  expect(await bySomebodyElse()).toMatchObject([{ body: JSON.stringify(words('In time')) }])
})
