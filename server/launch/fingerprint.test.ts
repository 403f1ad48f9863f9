import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fingerprint } from './fingerprint.mjs'
import { root } from './root.mjs'

const folder = `.cache/fingerprint-${process.pid}`
const write = (name: string, text: string) => writeFileSync(join(root, folder, name), text)

beforeEach(() => {
  mkdirSync(join(root, folder, 'node_modules'), { recursive: true })
  write('a.ts', 'one')
})
afterEach(() => rmSync(join(root, folder), { recursive: true }))

it('stays the same while nothing changes, also when a package does', () => {
  const before = fingerprint([folder])
  write('node_modules/b.ts', 'two')
  expect(fingerprint([folder])).toBe(before)
})

it('changes with a text, a new file and a new name', () => {
  const before = fingerprint([folder])
  write('a.ts', 'two')
  const changed = fingerprint([folder])
  write('b.ts', '')
  const added = fingerprint([folder])
  rmSync(join(root, folder, 'b.ts'))
  write('c.ts', '')
  expect(new Set([before, changed, added, fingerprint([folder])]).size).toBe(4)
})

it('changes with what else matters', () => {
  expect(fingerprint([folder], 'v20')).not.toBe(fingerprint([folder], 'v22'))
})
