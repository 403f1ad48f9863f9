import { demoPassword, demoPeople } from './demo-people'

/** The example accounts as a table for the terminal, under one line that says what happened. */
export function demoSignIns(what: string): string {
  const rows = Object.values(demoPeople).map(({ name, email, shows }) => [name, email, shows])
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   '),
  )
  return [
    what,
    'These are example accounts with a password that everybody knows. Keep no real work in here.',
    '',
    ...lines.map((line) => `  ${line}`),
    '',
    `  Password of every one of them:  ${demoPassword}`,
    '',
  ].join('\n')
}
