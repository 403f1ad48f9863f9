/** What anybody can notice without us: each way in which a record that was taken along could be made to say something else. */
import { spawnSync } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { must } from '@atelier/shared/basics/must'
import { canonicalJson } from '@atelier/shared/training/canonical'
import type { ExportedRecord } from '@atelier/shared/training/proof'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../launch/root.mjs'
import { type MadePerson, makePerson, makeWorkspace } from '../testing/make'
import { makePlan, makeRecord, makeSchoolPerson, signAs, submit } from '../testing/make-training'
import { type TestApp, testApp } from '../testing/test-app'
import { checkRecord } from './check/check-record'
import { isWhole, sayChecked } from './check/say-checked'
import { fingerprintOf, hashOfText } from './digest'

let app: TestApp
let json: Uint8Array
let pdf: Uint8Array
let taken: ExportedRecord
const folder = mkdtempSync(join(tmpdir(), 'record-'))
const path = (name: string) => join(folder, name)

beforeAll(async () => {
  app = await testApp()
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
  json = await take('json')
  pdf = await take('pdf')
  taken = JSON.parse(Buffer.from(json).toString())
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await app.stop()
})

const check = (file: Uint8Array, key?: string) => must(checkRecord(file, key ?? null), 'record')
const asFile = (record: unknown) => new TextEncoder().encode(JSON.stringify(record))

/** Everything that is said to be wrong after this change. */
function faultsAfter(change: (record: ExportedRecord) => void): string[] {
  const record = structuredClone(taken)
  change(record)
  const found = check(asFile(record))
  return [
    ...found.faults,
    ...found.weeks.flatMap(({ week, parts }) =>
      parts.flatMap(({ faults }) => faults.map((fault) => `${week}: ${fault}`)),
    ),
  ]
}
const week = (record: ExportedRecord, nth: number) => must(record.content.weeks[nth], 'week')
const part = (record: ExportedRecord, nth: number, at = 0) =>
  must(week(record, nth).parts[at], 'part')
const signature = (record: ExportedRecord, nth: number, at = 0) =>
  must(part(record, nth).signatures[at], 'signature')

describe('a record as it was written', () => {
  test('is whole, as JSON and as PDF, and says who signed what', () => {
    for (const file of [json, pdf]) {
      const found = check(file)
      expect(isWhole(found)).toBe(true)
      const parts = found.weeks.map(({ parts }) => parts.map(({ signatures }) => signatures.length))
      expect(parts).toEqual([[2, 1], [2], [0]])
      expect([found.apprentice, found.signatures]).toEqual(['Änne O’Hara', 5])
    }
  })

  test('is whole also where its JSON was written anew in another order', () => {
    const turned = JSON.parse(JSON.stringify(taken, null, 2))
    turned.content = Object.fromEntries(Object.entries(turned.content).reverse())
    expect(isWhole(check(asFile(turned)))).toBe(true)
  })

  test('is of the key that was told, and of no other', () => {
    const { fingerprint } = taken.key
    const spaced = fingerprint.toUpperCase().replace(/(.{4})/g, '$1 ')
    expect(isWhole(check(pdf, spaced))).toBe(true)
    expect(check(pdf, '0'.repeat(64)).faults).toEqual([
      'The file was signed with another key than yours.',
    ])
    expect(fingerprintOf(taken.key.publicKey)).toBe(fingerprint)
  })
})

describe('it is noticed', () => {
  test('that words of a week are others, and of which', () => {
    const faults = faultsAfter((record) => {
      part(record, 0).canonical = part(record, 0).canonical.replace('Fräsen', 'Bohren')
    })
    expect(faults).toContain('2026-W40: Its words are not those of its hash.')
    expect(faults.filter((fault) => fault.startsWith('2026-W41'))).toEqual([])
  })

  test('that the hash was made to fit', () => {
    const faults = faultsAfter((record) => {
      const one = part(record, 1)
      one.canonical = one.canonical.replace('Drehen', 'Bohren')
      one.hash = hashOfText(one.canonical)
    })
    expect(faults).toContain('2026-W41: A signature is not of this week.')
  })

  test('that two weeks were swapped, as a whole or by name', () => {
    const swapped = faultsAfter((record) => {
      const [first, second] = [week(record, 0), week(record, 1)]
      ;[first.parts, second.parts] = [second.parts, first.parts]
    })
    expect(swapped).toContain('2026-W41: Its words are those of another week.')
    const renamed = faultsAfter((record) => {
      week(record, 1).week = '2026-W43'
    })
    expect(renamed).toContain('2026-W43: A signature is not of this week.')
  })

  test('that a signature, a week or an addendum was taken out, also the last', () => {
    const gone = 'A signature was taken out, or put in.'
    const fewer = 'There are not the signatures in it that it was sealed with.'
    expect(faultsAfter((record) => part(record, 0).signatures.pop())).toContain(gone)
    expect(faultsAfter((record) => record.content.weeks.splice(1, 1))).toContain(gone)
    expect(faultsAfter((record) => week(record, 0).parts.pop())).toContain(fewer)
    expect(faultsAfter((record) => record.content.weeks.pop())).toContain(
      'The record is not as it was sealed.',
    )
  })

  test('that a signature was put elsewhere, doubled, or says something else', () => {
    expect(
      faultsAfter((record) => {
        part(record, 2).signatures = [signature(record, 0)]
      }),
    ).toContain('2026-W42: A signature is not of this week.')
    expect(
      faultsAfter((record) => part(record, 0).signatures.push(signature(record, 0))),
    ).toContain('2026-W40: Somebody has signed it twice.')
    expect(
      faultsAfter((record) => {
        const one = signature(record, 0)
        one.statement = one.statement.replace('"trainer"', '"school"')
      }),
    ).toContain('2026-W40: A signature does not hold.')
  })

  test('that the plan, a name, a day or the seal is another', () => {
    const notSealed = 'The record is not as it was sealed.'
    expect(
      faultsAfter((record) => {
        must(record.content.people[0], 'person').name = 'Somebody Else'
      }),
    ).toEqual([notSealed])
    expect(
      faultsAfter((record) => {
        must(record.content.plan.items[0], 'item').title = 'Sweep'
      }),
    ).toEqual([notSealed])
    expect(
      faultsAfter((record) => {
        record.seal.statement = record.seal.statement.replace('"statements":5', '"statements":4')
      }),
    ).toContain('The seal does not hold.')
  })

  test('that all of it was signed anew with another key', () => {
    const faults = faultsAfter((record) => {
      const { publicKey, privateKey } = generateKeyPairSync('ed25519')
      record.key.publicKey = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
      record.key.fingerprint = fingerprintOf(record.key.publicKey)
      const again = (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64')
      record.seal.signature = again(record.seal.statement)
    })
    expect(faults).toContain('2026-W40: A signature does not hold.')
  })

  test('that half of it is gone, or that it is something else: there is no record then', () => {
    expect(checkRecord(json.subarray(0, json.length / 2))).toBe(null)
    expect(checkRecord(pdf.subarray(0, 2000))).toBe(null)
    expect(checkRecord(asFile({ content: {} }))).toBe(null)
    expect(checkRecord(asFile({ ...taken, more: 1 }))).toBe(null)
  })

  test('that one byte of the PDF is another, wherever it is', () => {
    const spoilt: number[] = []
    for (let nth = 0; nth < 60; nth++) {
      const at = Math.floor((pdf.length / 60) * nth)
      const copy = pdf.slice()
      copy[at] = (copy[at] ?? 0) ^ 1
      const found = checkRecord(copy)
      if (found && isWhole(found)) spoilt.push(at)
    }
    expect(spoilt).toEqual([])
  })

  test('that something was put behind the PDF, or its seal taken off', () => {
    const more = new Uint8Array(Buffer.concat([pdf, Buffer.from('%%EOF\n')]))
    const less = pdf.subarray(0, Buffer.from(pdf).lastIndexOf('\n%AtelierSeal'))
    for (const file of [more, less])
      expect(check(file).faults).toEqual(['The PDF has no seal, or something stands behind it.'])
  })
})

test('every byte of what is signed counts', () => {
  const { canonical } = part(taken, 0)
  for (let at = 0; at < canonical.length; at++) {
    const letter = canonical[at] === 'x' ? 'y' : 'x'
    const other = canonical.slice(0, at) + letter + canonical.slice(at + 1)
    expect(hashOfText(other)).not.toBe(part(taken, 0).hash)
  }
  expect(canonicalJson(JSON.parse(canonical))).toBe(canonical)
})

describe('the command', () => {
  const run = (...args: string[]) => {
    const done = spawnSync('npm', ['run', '-s', 'check-record', '--', ...args], {
      cwd: root,
      encoding: 'utf8',
    })
    return { code: done.status, said: done.stdout + done.stderr }
  }

  test('says per week who signed when, and ends with 0', () => {
    writeFileSync(path('record.pdf'), pdf)
    const { code, said } = run(path('record.pdf'), '--key', taken.key.fingerprint)
    expect(said).toContain('2026-W40  addendum 1  holds')
    expect(said).toContain('2026-W42  holds\n    not signed yet')
    expect(said).toContain('All of it is as it was signed.')
    expect(code).toBe(0)
  })

  test('says what is not right, and ends with 1', () => {
    const record = structuredClone(taken)
    part(record, 1).canonical = part(record, 1).canonical.replace('Drehen', 'Bohren')
    writeFileSync(path('record.json'), JSON.stringify(record))
    const { code, said } = run(path('record.json'))
    expect(said).toContain('2026-W41  DOES NOT HOLD')
    expect(said).toContain('This record is NOT as it was signed')
    expect(code).toBe(1)
    writeFileSync(path('other.txt'), 'something else')
    expect(run(path('other.txt')).code).toBe(1)
    expect(run(path('nowhere.pdf')).code).toBe(1)
    expect(run().said).toContain('npm run check-record')
  })

  test('asks to compare the key where none was given', () => {
    expect(sayChecked(check(json), false)).toContain('give it with --key')
  })
})
