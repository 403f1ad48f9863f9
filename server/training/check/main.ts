/** `npm run check-record -- file.pdf [--key <fingerprint>]`: 0 where all of it is as it was signed, 1 where it is not. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { checkRecord } from './check-record'
import { isWhole, sayChecked } from './say-checked'

const usage = 'npm run check-record -- <file.pdf or file.json> [--key <fingerprint>]'

function main(): number {
  const { values, positionals } = parseArgs({
    options: { key: { type: 'string' } },
    allowPositionals: true,
  })
  const [path] = positionals
  if (path === undefined || positionals.length > 1) {
    console.error(usage)
    return 1
  }
  const found = checkRecord(readFileSync(path), values.key ?? null)
  if (!found) {
    console.error(`There is no training record in ${path}, or it is not whole.`)
    return 1
  }
  console.log(sayChecked(found, values.key !== undefined))
  return isWhole(found) ? 0 : 1
}

try {
  process.exitCode = main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.error(usage)
  process.exitCode = 1
}
