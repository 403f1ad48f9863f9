/** A record of three weeks, one of which has an addendum, as it was taken along both ways. */
import { canonicalJson, type Plain } from '@atelier/shared/training/canonical'
import type { ExportedRecord } from '@atelier/shared/training/proof'
import { expect } from 'vitest'
import { type MadePerson, makePerson, makeWorkspace } from './make'
import { makePlan, makeRecord, makeSchoolPerson, signAs, submit } from './make-training'
import type { TestApp } from './test-app'

export type Taken = { json: Uint8Array; pdf: Uint8Array; taken: ExportedRecord }

export async function takeRecord(app: TestApp): Promise<Taken> {
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  const [apprentice, trainer] = [
    await makePerson(db, workspace, { name: 'Änne O’Hara' }),
    await makePerson(db, workspace),
  ]
  const school = await makeSchoolPerson(db, workspace)
  const plan = await makePlan(db, workspace.owner)
  const recordId = await makeRecord(db, { apprentice, trainer, school }, plan)
  const signed = async (
    week: string,
    text: string,
    by: readonly (readonly ['trainer' | 'school', MadePerson])[],
  ) => {
    const place = { recordId, week }
    const hash = await submit(db, place, apprentice, text)
    for (const [role, one] of by) await signAs(db, place, { hash, role, by: one })
  }
  const both = [['trainer', trainer] as const, ['school', school] as const] as const
  await signed('2026-W40', 'Fräsen geübt', [...both])
  await signed('2026-W41', 'Drehen geübt', [...both])
  await signed('2026-W40', 'Und gemessen', [['trainer', trainer]])
  await signed('2026-W42', 'Noch offen', [])
  const browser = await app.as(apprentice)
  const take = async (format: string) => {
    const answer = await browser.fetch(`/api/training/records/${recordId}/export?format=${format}`)
    expect(answer.status).toBe(200)
    return new Uint8Array(await answer.arrayBuffer())
  }
  const json = await take('json')
  const taken: ExportedRecord = JSON.parse(Buffer.from(json).toString())
  return { json, pdf: await take('pdf'), taken }
}

/** As a file is written. */
export const asFile = (record: unknown) => new TextEncoder().encode(canonicalJson(record as Plain))
