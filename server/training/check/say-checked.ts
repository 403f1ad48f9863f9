/** What a check found, for people at a terminal. */
import { readableFingerprint } from '@atelier/shared/training/proof'
import type { Checked, CheckedPart } from './check-record'

export const isWhole = ({ faults, weeks }: Checked): boolean =>
  faults.length === 0 && weeks.every(({ parts }) => parts.every((part) => part.faults.length === 0))

/** What moves the cursor, turns the direction or cannot be seen is said by its number: a name draws nothing on a terminal. */
export const printable = (text: string): string =>
  text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`,
  )

const roles = { apprentice: 'apprentice', trainer: 'trainer', school: 'school' }

export function sayChecked(found: Checked, wasKeyGiven: boolean): string {
  const { apprentice, plan, weeks, faults, signatures, fingerprint, writtenAt } = found
  const lines = [
    `Training record of ${printable(apprentice)}, ${printable(plan)}`,
    `Written ${writtenAt ?? 'at a time that cannot be told'}, ${signatures} signatures`,
    `Key ${readableFingerprint(fingerprint)}`,
    '',
    ...weeks.flatMap(({ week, isAway, parts }) =>
      parts.length === 0
        ? [`${week}  not submitted${isAway ? ', away' : ''}`]
        : parts.flatMap((part) => partLines(week, part)),
    ),
    '',
    ...faults.map((fault) => `NOT RIGHT  ${fault}`),
    ...verdict(isWhole(found), wasKeyGiven),
  ]
  return lines.join('\n')
}

function verdict(isRight: boolean, wasKeyGiven: boolean): string[] {
  if (!isRight) return ['This record is NOT as it was signed: see above.']
  if (wasKeyGiven) return ['All of it is as it was signed.']
  return [
    'The file is whole, but who signed it is NOT PROVEN: anybody can sign with a key of their own.',
    'Get the fingerprint from the Atelier that the record is of, not from this file, and give it with --key.',
    'Any Atelier says whether a key is its own at /api/training/keys/<fingerprint>.',
  ]
}

function partLines(week: string, { part, signatures, faults }: CheckedPart): string[] {
  const name = part === 0 ? week : `${week}  addendum ${part}`
  const hash = faults.length === 0 ? 'holds' : 'DOES NOT HOLD'
  const by = signatures.map(
    ({ role, name: person, organisation, at }) =>
      `    signed by ${printable(person)}, ${printable(organisation)} (${roles[role]}), ${at}`,
  )
  const none = signatures.length === 0 ? ['    not signed yet'] : []
  return [`${name}  ${hash}`, ...by, ...none, ...faults.map((fault) => `    NOT RIGHT  ${fault}`)]
}
