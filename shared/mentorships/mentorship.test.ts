import { expect, test } from 'vitest'
import { mentorshipStates } from '../access/roles'
import { agreement, askForMentorship, mayBecome } from './mentorship'

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`

test('what was declined or ended stays so, and only what goes on can be paused or ended', () => {
  const ways = mentorshipStates.flatMap((from) =>
    mentorshipStates.filter((to) => mayBecome(from, to)).map((to) => `${from} → ${to}`),
  )
  expect(ways).toEqual([
    'asked → active',
    'asked → declined',
    'asked → ended',
    'active → paused',
    'active → ended',
    'paused → active',
    'paused → ended',
  ])
})

test('a circle has three to six people, whoever asks among them', () => {
  const ask = (others: number) =>
    askForMentorship.safeParse({
      ...{ kind: 'circle', id: id(9), words: '' },
      personIds: Array.from({ length: others }, (_, n) => id(n)),
    }).success
  expect([1, 2, 5, 6].map(ask)).toEqual([false, true, true, false])
})

test('an agreement ends on a day that there is, or is open', () => {
  const until = (endsOn: unknown) =>
    agreement.safeParse({ goals: [], rhythm: '', confidentiality: '', endsOn }).success
  expect(['2027-02-28', null, '2027-02-30', '99999-01-01', 'soon'].map(until)).toEqual([
    ...[true, true, false, false, false],
  ])
})
