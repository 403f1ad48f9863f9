/**
 * `npm run check-record -- file.pdf --key <fingerprint>`: 0 where all of it is as it was signed, 1 where it is not, and 2
 * where nobody said whose key it must be: then it is whole, and who signed it is not proven.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { checkRecord } from './check-record'
import { isWhole, printable, sayChecked } from './say-checked'

const usage = 'npm run check-record -- <file.pdf or file.json> --key <fingerprint>'

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
  if (values.key !== undefined && !isFingerprint(values.key)) {
    console.error('A fingerprint is 64 digits and letters from a to f.')
    return 1
  }
  const found = checkRecord(readFileSync(path), values.key ?? null)
  if (!found) {
    console.error(`There is no training record in ${printable(path)}, or it is not whole.`)
    return 1
  }
  console.log(sayChecked(found, values.key !== undefined))
  if (!isWhole(found)) return 1
  return values.key === undefined ? 2 : 0
}

/** With whatever stands between its letters. */
const isFingerprint = (text: string) => /^[0-9a-f]{64}$/i.test(text.replace(/[\s:-]/g, ''))

try {
  process.exitCode = main()
} catch (error) {
  console.error(printable(error instanceof Error ? error.message : String(error)))
  console.error(usage)
  process.exitCode = 1
}
