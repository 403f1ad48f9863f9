/** The command that checks a record from outside: what it says, and how it ends. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { must } from '@atelier/shared/basics/must'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../launch/root.mjs'
import { asFile, type Taken, takeRecord } from '../../testing/taken-record'
import { type TestApp, testApp } from '../../testing/test-app'

let app: TestApp
let given: Taken
const folder = mkdtempSync(join(tmpdir(), 'record-'))
const path = (name: string) => join(folder, name)

beforeAll(async () => {
  app = await testApp()
  given = await takeRecord(app)
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await app.stop()
})

const run = (...args: string[]) => {
  const done = spawnSync('npm', ['run', '-s', 'check-record', '--', ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  return { code: done.status, said: done.stdout + done.stderr }
}

test('says per week who signed when, and ends with 0', () => {
  writeFileSync(path('record.pdf'), given.pdf)
  const { code, said } = run(path('record.pdf'), '--key', given.taken.key.fingerprint)
  expect(said).toContain('2026-W40  addendum 1  holds')
  expect(said).toContain('2026-W42  holds\n    not signed yet')
  expect(said).toContain('2026-W39  not submitted\n')
  expect(said).toContain('All of it is as it was signed.')
  expect(code).toBe(0)
})

test('says what is not right, and ends with 1', () => {
  const record = structuredClone(given.taken)
  const one = must(record.content.weeks.find((at) => at.week === '2026-W41')?.parts[0], 'part')
  one.canonical = one.canonical.replace('Drehen', 'Bohren')
  writeFileSync(path('record.json'), asFile(record))
  const { code, said } = run(path('record.json'))
  expect(said).toContain('2026-W41  DOES NOT HOLD')
  expect(said).toContain('This record is NOT as it was signed')
  expect(code).toBe(1)
  writeFileSync(path('other.txt'), 'something else')
  expect(run(path('other.txt')).code).toBe(1)
  expect(run(path('nowhere.pdf')).code).toBe(1)
  expect(run().said).toContain('npm run check-record')
})

test('says of a PDF that its pages are others, also where all that is signed is still in it', () => {
  const changed = Buffer.from(given.pdf)
  expect(changed.subarray(0, 7).toString()).toBe('%PDF-1.')
  changed[7] = (changed[7] ?? 0) ^ 1
  writeFileSync(path('changed.pdf'), changed)
  const { code, said } = run(path('changed.pdf'), '--key', given.taken.key.fingerprint)
  expect(said).toContain('2026-W41  holds')
  expect(said).toContain('The PDF is not as it was written')
  expect(said).not.toContain('All of it is as it was signed.')
  expect(code).toBe(1)
})

test('proves nothing without a key, ends with 2 then, and with 1 where it is another', () => {
  writeFileSync(path('record.json'), given.json)
  const bare = run(path('record.json'))
  expect(bare.said).toContain('who signed it is NOT PROVEN')
  expect(bare.said).not.toContain('All of it is as it was signed.')
  expect(bare.code).toBe(2)
  expect(run(path('record.json'), '--key', '0'.repeat(64)).code).toBe(1)
  expect(run(path('record.json'), '--key', '').code).toBe(1)
})

test('gets the fingerprint from the house, which tells whoever has it whose it is', async () => {
  const ask = (one: string) => app.app.request(`/api/training/keys/${one}`)
  const { fingerprint } = given.taken.key
  expect(await (await ask(fingerprint)).json()).toEqual({
    ...{ fingerprint, workspace: given.taken.content.workspace },
  })
  expect((await ask('0'.repeat(64))).status).toBe(404)
  expect(Buffer.from(given.pdf).toString('latin1')).not.toContain(`--key ${fingerprint}`)
})
