/** What anybody can notice without us: each way in which a record that was taken along could be made to say something else. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { must } from '@atelier/shared/basics/must'
import { canonicalJson } from '@atelier/shared/training/canonical'
import { lastDayOf } from '@atelier/shared/training/iso-week'
import type { ExportedRecord } from '@atelier/shared/training/proof'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people } from '../db/tables'
import { asFile, takeRecord } from '../testing/taken-record'
import { type TestApp, testApp } from '../testing/test-app'
import { checkRecord } from './check/check-record'
import { isWhole, sayChecked } from './check/say-checked'
import { fingerprintOf, hashOfText } from './digest'
import { sealPdf } from './sealed-pdf'
import { loadSigner } from './signing-key-queries'

let app: TestApp
let json: Uint8Array
let pdf: Uint8Array
let taken: ExportedRecord

beforeAll(async () => {
  app = await testApp()
  ;({ json, pdf, taken } = await takeRecord(app))
})
afterAll(() => app.stop())

const check = (file: Uint8Array, key?: string) => must(checkRecord(file, key ?? null), 'record')

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
const submitted = ({ content }: ExportedRecord) =>
  content.weeks.filter(({ parts }) => parts.length > 0)
const week = (record: ExportedRecord, nth: number) => must(submitted(record)[nth], 'week')
const takeOut = (record: ExportedRecord, gone?: ExportedRecord['content']['weeks'][number]) => {
  record.content.weeks = record.content.weeks.filter((one) => one !== gone)
}
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
      expect(parts.filter(({ length }) => length > 0)).toEqual([[2, 1], [2], [0]])
      expect([found.apprentice, found.signatures]).toEqual(['Änne O’Hara', 5])
    }
  })

  test('says of each week that is over and was not submitted that it is missing', () => {
    const first = taken.content.weeks.slice(0, 5)
    expect(first.map((one) => [one.week, one.absence, one.parts.length])).toEqual([
      ...['2026-W36', '2026-W37', '2026-W38', '2026-W39'].map((name) => [name, 'none', 0]),
      ['2026-W40', 'none', 2],
    ])
    const today = new Date().toISOString().slice(0, 10)
    expect(taken.content.weeks.every((one) => lastDayOf(one.week) < today)).toBe(true)
    expect(faultsAfter((record) => record.content.weeks.shift())).toEqual([
      'The record is not as it was sealed.',
    ])
  })

  test('is written in one way alone: nothing stands in it twice, and nothing before it', () => {
    const text = Buffer.from(json).toString()
    const twice = text.replace('{"content":', '{"content":0,"content":')
    expect(JSON.parse(twice)).toEqual(taken)
    for (const other of [twice, JSON.stringify(taken, null, 2), `${text}\n`, `\ufeff${text}`])
      expect(checkRecord(Buffer.from(other))).toBe(null)
    expect(checkRecord(Buffer.concat([Buffer.from('x'), pdf]))).toBe(null)
  })

  describe('in a PDF of before it was carried as canonical JSON', () => {
    const carrying = (text: string) =>
      Buffer.from(
        `%PDF-1.7\n<< /Type /EmbeddedFile /Length ${Buffer.byteLength(text)} >>\nstream\n${text}\nendstream\n`,
      )
    // In the order in which it was made, which is not that of canonical JSON.
    const old = () => {
      const { seal, key, content } = taken
      return JSON.stringify({ seal, key, content })
    }
    async function sealed(text: string) {
      const [one] = await app.deps.db
        .select({ workspaceId: people.workspaceId })
        .from(people)
        .where(eq(people.id, must(taken.content.people[0], 'person').id))
      const { sign } = await loadSigner(app.deps.db, must(one, 'person').workspaceId)
      return sealPdf(carrying(text), sign)
    }

    test('is whole where the house has sealed every byte of the file', async () => {
      const found = check(await sealed(old()), taken.key.fingerprint)
      expect(isWhole(found)).toBe(true)
      expect(found.signatures).toBe(5)
    })

    test('is none without that seal, with one of somebody else, or written in a third way', async () => {
      const { privateKey } = generateKeyPairSync('ed25519')
      const byAnother = (text: string) =>
        sign(null, Buffer.from(text), privateKey).toString('base64')
      const whole = await sealed(old())
      const changed = whole.slice()
      changed[7] = 0x38
      const twice = old().replace('{"seal":', '{"seal":0,"seal":')
      for (const file of [
        carrying(old()),
        sealPdf(carrying(old()), byAnother),
        changed,
        await sealed(twice),
        await sealed(JSON.stringify(taken, null, 2)),
        Buffer.from(old()),
      ])
        expect(checkRecord(file)).toBe(null)
    })
  })

  test('is taken for a PDF by nobody where it is none', () => {
    const faults = faultsAfter((record) => {
      must(record.content.people[0], 'person').name = '%PDF-1.7'
    })
    expect(faults).toContain('Other programs take the file for a PDF.')
  })

  test('holds whatever the forms take today, but names weeks that there are', () => {
    const change = (at: ExportedRecord) => {
      must(at.content.plan.items[0], 'item').title = 'x'.repeat(5000)
    }
    expect(faultsAfter(change)).toEqual(['The record is not as it was sealed.'])
    const nowhere = structuredClone(taken)
    week(nowhere, 1).week = '2026-W54'
    expect(checkRecord(asFile(nowhere))).toBe(null)
  })

  test('says names as they are read, and draws nothing with them', () => {
    const found = check(json)
    const said = sayChecked({ ...found, apprentice: 'A\u001b[2K\rB\u202eC' }, true)
    expect(said).toContain('A\\u{1b}[2K\\u{d}B\\u{202e}C')
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
      takeOut(
        record,
        record.content.weeks.find((one) => one.week === '2026-W43'),
      )
      week(record, 1).week = '2026-W43'
    })
    expect(renamed).toContain('2026-W43: A signature is not of this week.')
  })

  test('that a signature, a week or an addendum was taken out, also the last', () => {
    const gone = 'A signature was taken out, or put in.'
    const fewer = 'There are not the signatures in it that it was sealed with.'
    expect(faultsAfter((record) => part(record, 0).signatures.pop())).toContain(gone)
    expect(faultsAfter((record) => takeOut(record, week(record, 1)))).toContain(gone)
    expect(faultsAfter((record) => week(record, 0).parts.pop())).toContain(fewer)
    expect(faultsAfter((record) => takeOut(record, week(record, 2)))).toContain(
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
