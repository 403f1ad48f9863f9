import { emptyWeek } from '@atelier/shared/training/week-form'
import { eq, type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { trainingKeys, trainingSignatures, trainingSubmissions } from '../db/training-tables'
import { makeRecord, sendBack, signAs, submit, writtenWeek } from '../testing/make-training'
import { type TestApp, testApp } from '../testing/test-app'
import { type TrainingStage, trainingStage } from '../testing/training-stage'

let app: TestApp
let s: TrainingStage

const db = () => app.deps.db

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())
beforeEach(async () => {
  s = await trainingStage(app)
})

describe('a signature', () => {
  test('takes the password of who signs, and is slowed down like a sign-in', async () => {
    const hash = await submit(db(), s.place, s.people.apprentice, 'Milled')
    const wrong = () => s.sign(s.as.trainer, hash, { password: 'not mine' })
    expect((await wrong()).error?.fields).toEqual([{ field: 'password', problem: 'wrong' }])
    for (let tries = 0; tries < 4; tries++) await wrong()
    expect((await s.sign(s.as.trainer, hash)).status).toBe(429)
    expect((await s.read(s.as.trainer)).parts[0].signatures).toEqual([])
  })

  test('is given once by trainer and school each, never by the apprentice, and names what it is of', async () => {
    const hash = await submit(db(), s.place, s.people.apprentice, 'Milled')
    expect((await s.sign(s.as.apprentice, hash)).status).toBe(403)
    expect((await s.sign(s.as.trainer, 'f'.repeat(64))).status).toBe(409)
    for (const browser of [s.as.trainer, s.as.trainer, s.as.school])
      expect((await s.sign(browser, hash)).status).toBe(204)
    const page = await s.read(s.as.apprentice)
    expect(page.glance.state).toBe('signed')
    const said = page.parts[0].signatures.map(({ statement }: { statement: string }) =>
      JSON.parse(statement),
    )
    expect(said).toMatchObject([
      { nth: 1, previous: null, role: 'trainer', hash, week: writtenWeek, record: s.record },
      {
        nth: 2,
        role: 'school',
        hash,
        person: { id: s.people.school.id, name: s.people.school.name },
      },
    ])
  })

  test('of two at once is two in one chain', async () => {
    const hash = await submit(db(), s.place, s.people.apprentice, 'Milled')
    const answers = await Promise.all([s.sign(s.as.trainer, hash), s.sign(s.as.school, hash)])
    expect(answers.map(({ status }) => status)).toEqual([204, 204])
    const rows = await db()
      .select({ nth: trainingSignatures.nth })
      .from(trainingSignatures)
      .where(eq(trainingSignatures.recordId, s.record))
    expect(rows.map(({ nth }) => nth).sort()).toEqual([1, 2])
  })

  test('freezes a week: no route and no statement changes it', async () => {
    const hash = await submit(db(), s.place, s.people.apprentice, 'Milled')
    await signAs(db(), s.place, { hash, role: 'trainer', by: s.people.trainer })
    const body = { hash, words: 'Again, please' }
    expect((await s.as.school.post(`${s.week}/return`, body)).status).toBe(204)
    expect((await s.read(s.as.apprentice)).parts[0]).toMatchObject({
      hash,
      returns: [{ words: body.words }],
    })
    for (const statement of [
      sql`update training_submissions set closed_at = now() where hash = ${hash}`,
      sql`update training_submissions set canonical = 'x', hash = encode(sha256('x'), 'hex') where hash = ${hash}`,
      sql`delete from training_submissions where hash = ${hash}`,
      sql`update training_signatures set statement = 'x' where record_id = ${s.record}`,
      sql`delete from training_signatures where record_id = ${s.record}`,
      sql`update training_keys set public_key = 'x'`,
    ])
      await expect(db().execute(statement)).rejects.toThrow()
    const [row] = await db()
      .select()
      .from(trainingSubmissions)
      .where(eq(trainingSubmissions.hash, hash))
    expect(row?.closedAt).toBe(null)
  })

  test('keeps what it is of in its place: no statement moves it, empties it or signs beside the routes', async () => {
    const hash = await submit(db(), s.place, s.people.apprentice, 'Milled')
    const { trainer, school } = s.people
    await signAs(db(), s.place, { hash, role: 'trainer', by: trainer })
    const other = await makeRecord(db(), s.people, s.plan)
    const later = await submit(
      db(),
      { ...s.place, week: '2026-W41' },
      s.people.apprentice,
      'Turned',
    )
    const rowOf = (text: string) => sql`(select id from training_submissions where hash = ${text})`
    const signed = (statement: SQL, signature = 'x') => sql`insert into training_signatures
      (record_id, nth, submission_id, role, person_id, statement, signature, hash, signed_at)
      select record_id, nth + 1, ${rowOf(later)}, 'school', ${school.id}::uuid, t.said, ${signature},
        encode(sha256(convert_to(t.said || chr(10) || ${signature}, 'UTF8')), 'hex'), now()
      from training_signatures s, lateral (select (${statement})::text as said) t
      where record_id = ${s.record}`
    for (const statement of [
      sql`update training_weeks set week = '2026-W50' where record_id = ${s.record}`,
      sql`update training_weeks set record_id = ${other} where record_id = ${s.record}`,
      sql`update training_records set starts_on = '2026-08-01' where id = ${s.record}`,
      sql`update training_records set begun_by = ${trainer.id} where id = ${s.record}`,
      sql`update training_people set person_id = ${s.workspace.owner.id} where record_id = ${s.record}`,
      ...['training_signatures', 'training_submissions', 'training_records', 'training_keys'].map(
        (table) => sql`truncate ${sql.identifier(table)} cascade`,
      ),
      // Of another week, than the one that it is written under.
      signed(sql`s.statement`),
      signed(sql`s.statement::jsonb || '{"nth":2}'::jsonb`),
    ])
      await expect(db().execute(statement)).rejects.toMatchObject({ cause: { code: '23001' } })
    await s.sign(s.as.school, hash)
    expect((await s.read(s.as.apprentice)).parts[0].signatures).toHaveLength(2)
    // Where nothing is signed yet, a record may still be another.
    await db().execute(sql`update training_records set ends_on = '2029-08-01' where id = ${other}`)
  })

  test('is of words that are those of their hash: the database takes no others', async () => {
    await expect(
      db().execute(sql`insert into training_submissions (week_id, part, canonical, hash, submitted_at)
        select id, 9, 'words', ${'0'.repeat(64)}, now() from training_weeks limit 1`),
    ).rejects.toThrow()
    await submit(db(), s.place, s.people.apprentice, 'Milled')
    await expect(
      db().execute(sql`update training_submissions set submitted_at = now() where part = 0`),
    ).rejects.toThrow()
  })

  test('is followed by an addendum, which holds the hash of the week and is signed by itself', async () => {
    const hash = await submit(db(), s.place, s.people.apprentice, 'Milled')
    await s.sign(s.as.trainer, hash)
    await s.sign(s.as.school, hash)
    expect((await s.read(s.as.apprentice)).draft.form).toEqual({
      absence: 'none',
      text: '',
      activities: [],
    })
    const added = await submit(db(), s.place, s.people.apprentice, 'And turned')
    const page = await s.read(s.as.trainer)
    expect(page.parts).toHaveLength(2)
    expect(JSON.parse(page.parts[1].canonical)).toMatchObject({ part: 1, addsTo: hash })
    expect([page.glance.state, page.glance.addenda, page.glance.waitsForMe]).toEqual([
      'signed',
      1,
      true,
    ])
    await sendBack(db(), s.place, { hash: added, by: s.people.trainer, words: 'How long?' })
    expect((await s.read(s.as.apprentice)).parts).toHaveLength(1)
    // What was to be added may be put away: nothing waits any more, until something is written anew.
    const waits = async () => (await s.read(s.as.apprentice)).glance.waitsForMe
    expect(await waits()).toBe(true)
    const { draft } = await s.read(s.as.apprentice)
    const away = { basedOn: draft.version, form: emptyWeek }
    expect((await s.as.apprentice.put(`${s.week}/draft`, away)).status).toBe(200)
    expect(await waits()).toBe(false)
    expect((await s.read(s.as.apprentice)).returned).toBe(null)
    const again = await submit(db(), s.place, s.people.apprentice, 'And turned for an hour')
    expect((await s.sign(s.as.trainer, again)).status).toBe(204)
    expect((await s.read(s.as.trainer)).glance.waitsForMe).toBe(false)
  })

  test('is made with a key that is shown, and whose other half is in no answer', async () => {
    const hash = await submit(db(), s.place, s.people.apprentice, 'Milled')
    await s.sign(s.as.trainer, hash)
    const { key } = (await s.as.apprentice.get('/api/training/key')).body
    expect(key.fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect((await s.as.apprentice.get(s.one)).body.key).toEqual(key)
    const [row] = await db()
      .select()
      .from(trainingKeys)
      .where(eq(trainingKeys.workspaceId, s.workspace.id))
    expect(Object.keys(key).sort()).toEqual(['algorithm', 'fingerprint', 'publicKey'])
    expect(row?.privateKey).toContain('PRIVATE KEY')
  })
})
