/** What a check found, for people at a terminal. */
import { readableFingerprint } from '@atelier/shared/training/proof'
import type { Checked, CheckedPart } from './check-record'

export const isWhole = ({ faults, weeks }: Checked): boolean =>
  faults.length === 0 && weeks.every(({ parts }) => parts.every((part) => part.faults.length === 0))

const roles = { apprentice: 'apprentice', trainer: 'trainer', school: 'school' }

export function sayChecked(found: Checked, wasKeyGiven: boolean): string {
  const { apprentice, plan, weeks, faults, signatures, fingerprint, writtenAt } = found
  const lines = [
    `Training record of ${apprentice}, ${plan}`,
    `Written ${writtenAt ?? 'at a time that cannot be told'}, ${signatures} signatures`,
    `Key ${readableFingerprint(fingerprint)}`,
    '',
    ...weeks.flatMap(({ week, parts }) =>
      parts.length === 0 ? [`${week}  away`] : parts.flatMap((part) => partLines(week, part)),
    ),
    '',
    ...faults.map((fault) => `NOT RIGHT  ${fault}`),
    isWhole(found)
      ? 'All of it is as it was signed.'
      : 'This record is NOT as it was signed: see above.',
  ]
  if (!wasKeyGiven)
    lines.push(
      'Compare the key with the one that Atelier shows, or give it with --key: anybody can sign with a key of their own.',
    )
  return lines.join('\n')
}

function partLines(week: string, { part, signatures, faults }: CheckedPart): string[] {
  const name = part === 0 ? week : `${week}  addendum ${part}`
  const hash = faults.length === 0 ? 'holds' : 'DOES NOT HOLD'
  const by = signatures.map(
    ({ role, name: person, organisation, at }) =>
      `    signed by ${person}, ${organisation} (${roles[role]}), ${at}`,
  )
  const none = signatures.length === 0 ? ['    not signed yet'] : []
  return [`${name}  ${hash}`, ...by, ...none, ...faults.map((fault) => `    NOT RIGHT  ${fault}`)]
}
