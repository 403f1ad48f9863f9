import { expect, test } from 'vitest'
import { demoMentorships } from './demo-journals'
import { thursdaysOf } from './thursdays'

const dayMs = 86_400_000
const on = (now: string, ...sessionsIn: number[]) =>
  thursdaysOf({ sessionsIn, hour: 13 }, Date.parse(`${now}T09:00:00.000Z`)).map((at) =>
    at.toISOString().slice(0, 10),
  )

test('they are the nearest Thursdays', () => {
  expect(on('2026-11-28', -9, 5)).toEqual(['2026-11-19', '2026-12-03'])
  expect(thursdaysOf({ sessionsIn: [5], hour: 13 })[0]?.toISOString()).toMatch(/T13:00:00\.000Z$/)
})

test('nobody meets between the years: later if it is still to come, else before', () => {
  expect(on('2026-11-30', 24)).toEqual(['2027-01-07'])
  expect(on('2027-01-03', -9)).toEqual(['2026-12-17'])
})

test('nobody meets twice in a week for it', () => {
  expect(on('2027-01-09', -23, -9)).toEqual(['2026-12-10', '2026-12-17'])
  expect(on('2026-12-16', 14, 8)).toEqual(['2027-01-07', '2027-01-14'])
})

test('on every day of a year those of the example are as many, past and to come, and nobody is in two at once', () => {
  const first = Date.parse('2026-11-28T00:30:00.000Z')
  for (let day = 0; day < 366; day++) {
    const now = first + day * dayMs
    const taken = demoMentorships.flatMap(({ people, ...meeting }) => {
      const found = thursdaysOf(meeting, now)
      const past = meeting.sessionsIn.filter((days) => days < 0).length
      expect(found.filter((at) => +at < now)).toHaveLength(past)
      expect(found).toHaveLength(meeting.sessionsIn.length)
      return found.flatMap((at) => people.map((person) => `${person} ${at.toISOString()}`))
    })
    expect(taken.filter((one) => /-12-(2[3-9]|3)|-01-0[12]/.test(one))).toEqual([])
    expect(new Set(taken).size).toBe(taken.length)
  }
})

test('what is written after a session is never dated before it', () => {
  const first = Date.parse('2026-11-28T00:30:00.000Z')
  const titles = ['After our second session', 'What I took along from our hour']
  for (const { entries, ...meeting } of demoMentorships)
    for (const { daysAgo } of entries.filter(({ title }) => titles.includes(title)))
      for (let day = 0; day < 366; day++) {
        const now = first + day * dayMs
        const last = thursdaysOf(meeting, now).findLast((at) => +at < now)
        expect(Number(last)).toBeLessThan(now - daysAgo * dayMs)
      }
})
