/** `npm run try -- <folder>`: puts every file of a folder through all ways in and out, as a Markdown table. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { tryFile } from './try-file'

const [, , folder = '.'] = process.argv
const files = readdirSync(folder)
  .filter((name) => statSync(join(folder, name)).isFile())
  .sort()
const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').slice(0, 300)
let same = 0
process.stdout.write('| file | doc | step | what was lost |\n| - | - | - | - |\n')
for (const name of files) {
  const rows = await tryFile(name, new Uint8Array(readFileSync(join(folder, name))))
  if (rows.length === 0) same++
  for (const { doc, step, said } of rows)
    process.stdout.write(`| ${cell(name)} | ${cell(doc)} | ${step} | ${cell(said)} |\n`)
}
process.stdout.write(`\n${same} of ${files.length} files came through as they were.\n`)
