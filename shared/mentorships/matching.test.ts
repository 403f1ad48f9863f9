import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Candidate, findMentors, isAnyFull } from './matching'

const person = (personId: string, more: Partial<Candidate> = {}): Candidate => ({
  ...{ personId, offers: [], seeks: [], languages: ['en'], organisation: 'Nordhafen' },
  ...{ department: null, free: 1, ...more },
})
const me = person('me', { seeks: ['Welding', 'Planning'], offers: ['Excel'] })
const noTurn = () => 0

test('who offers most of what I seek comes first, and says so in their own words', () => {
  const found = findMentors(
    me,
    [
      person('one', { offers: ['planning '] }),
      person('both', { offers: ['WELDING', 'planning', 'cooking'] }),
    ],
    noTurn,
  )
  expect(found.map(({ personId }) => personId)).toEqual(['both', 'one'])
  expect(found[0]?.reasons[0]).toEqual({ kind: 'offers', skills: ['WELDING', 'planning'] })
})

test('what they would learn of me, our language and that they are from elsewhere are reasons', () => {
  const [match] = findMentors(
    me,
    [person('a', { offers: ['welding'], seeks: ['excel'], organisation: 'Werft' })],
    noTurn,
  )
  expect(match?.reasons.map(({ kind }) => kind)).toEqual([
    'offers',
    'seeks',
    'language',
    'elsewhere',
  ])
})

test('who has no place left, offers nothing I seek, or is myself, is not named', () => {
  const others = [
    person('full', { offers: ['welding'], free: 0 }),
    person('other', { offers: ['cooking'] }),
    { ...me, offers: ['welding'] },
  ]
  expect(findMentors(me, others, noTurn)).toEqual([])
})

test('that somebody offers what I seek but has no place left is known apart from who offers nothing of it', () => {
  expect(isAnyFull(me, [person('full', { offers: ['welding'], free: 0 })])).toBe(true)
  expect(isAnyFull(me, [person('free', { offers: ['welding'] })])).toBe(false)
  expect(isAnyFull(me, [person('other', { offers: ['cooking'], free: 0 })])).toBe(false)
  expect(isAnyFull(me, [{ ...me, offers: ['welding'], free: 0 }])).toBe(false)
})

test('the order depends on nothing but the reasons and the turn, in whatever order people are asked about', () => {
  const skills = fc.subarray(['a', 'b', 'c', 'd'])
  const candidates = fc.uniqueArray(
    fc.record({ id: fc.nat(50), offers: skills, seeks: skills, free: fc.nat(2) }),
    { selector: ({ id }) => id, maxLength: 8 },
  )
  fc.assert(
    fc.property(candidates, skills, (drawn, seeks) => {
      const others = drawn.map(({ id, ...more }) => person(`p${id}`, more))
      const turn = (personId: string) => Number(personId.slice(1))
      const asking = person('me', { seeks })
      expect(findMentors(asking, others.toReversed(), turn)).toEqual(
        findMentors(asking, others, turn),
      )
    }),
  )
})
