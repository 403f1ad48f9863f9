import { expect, test } from 'vitest'
import { type Actor, can, type Subject, type Verbs } from './can'
import type { EntrySubject, MentorshipSubject, SectionSubject } from './can-in-journals'
import { audiences, mentorshipRoles, mentorshipStates, projectRoles, workspaceRoles } from './roles'

const here = 'w1'
const actorAs = (role: Actor['role'], workspaceId = here): Actor => ({
  personId: 'me',
  workspaceId,
  role,
})
const mentorshipVerbs = [
  ...(['read', 'follow', 'answer', 'write', 'work', 'pause', 'end', 'leave', 'look-back'] as const),
]
const sectionVerbs = [
  ...(['read', 'edit', 'comment', 'ask', 'suggest', 'decide'] as const),
  ...(['share', 'offer', 'erase'] as const),
]
const entryVerbs = ['read', 'change', 'erase'] as const

const nameWidth = 62
const row = (name: string, verbs: readonly string[], allowed: (verb: never) => boolean) =>
  `${name.padEnd(nameWidth)}${verbs.map((verb) => (allowed(verb as never) ? verb : '·').padEnd(11)).join('')}`.trimEnd()

/** Of a journal, being an owner or a partner changes nothing. */
function alikeForAll<S extends Subject>(verb: Verbs[S['kind']], subject: S): boolean {
  const answers = new Set(workspaceRoles.map((role) => can(actorAs(role), verb, subject)))
  expect(answers.size).toBe(1)
  return answers.has(true)
}

function mentorshipRows(): string[] {
  const rows: string[] = []
  for (const state of mentorshipStates) {
    for (const [how, agreed, asked] of [
      [' by oneself', true, true],
      [', agreed', true, false],
      [', no answer yet', false, false],
    ] as const) {
      for (const role of [...mentorshipRoles, null]) {
        const kind = { kind: 'mentorship', workspaceId: here } as const
        const subject: MentorshipSubject = { ...kind, role, state, agreed, asked }
        const name = `${role ?? 'not in it'}, ${state}${how}`
        rows.push(row(name, mentorshipVerbs, (verb) => alikeForAll(verb, subject)))
      }
    }
  }
  return rows
}

const readers = [
  ['author', true, 'mentee'],
  ['author who is the mentor', true, 'mentor'],
  ['author in a circle', true, 'peer'],
  ['mentor', false, 'mentor'],
  ['mentee', false, 'mentee'],
  ['peer', false, 'peer'],
  ['anybody else', false, null],
] as const

/** Without a mentorship nobody is told apart by what they are in it: nor while its author is suspended. */
function sectionRows(): string[] {
  const rows: string[] = []
  for (const audience of audiences) {
    for (const state of [...mentorshipStates, null]) {
      for (const [who, isAuthor, role] of readers) {
        for (const frozen of [false, true]) {
          const mentorship = state && { state, role }
          const kind = { kind: 'section', workspaceId: here } as const
          const subject: SectionSubject = { ...kind, audience, isAuthor, mentorship, frozen }
          const place = `${state ?? 'in none, or suspended'}${frozen ? ', signed' : ''}`
          const allowed = (verb: Verbs['section']) => alikeForAll(verb, subject)
          rows.push(row(`${who}, ${audience}, ${place}`, sectionVerbs, allowed))
        }
      }
    }
  }
  return rows
}

function entryRows(): string[] {
  const rows: string[] = []
  for (const [who, isAuthor, readsSome] of [
    ['author', true, true],
    ['who reads a section', false, true],
    ['anybody else', false, false],
  ] as const) {
    for (const frozen of [false, true]) {
      const kind = { kind: 'entry', workspaceId: here } as const
      const subject: EntrySubject = { ...kind, isAuthor, readsSome, frozen }
      const name = `${who}${frozen ? ', with a signed section' : ''}`
      rows.push(row(name, entryVerbs, (verb) => alikeForAll(verb, subject)))
    }
  }
  return rows
}

function publicationRows(): string[] {
  const rows: string[] = []
  for (const role of workspaceRoles) {
    for (const member of [...projectRoles, null]) {
      for (const isWithdrawn of [false, true]) {
        for (const isAuthor of [false, true]) {
          const project = { role: member, archived: false }
          const kind = { kind: 'publication', workspaceId: here } as const
          const subject = { ...kind, isAuthor, isWithdrawn, project }
          const whose = `${isAuthor ? 'own' : 'another’s'}${isWithdrawn ? ', withdrawn' : ''}`
          const name = `${role}, ${member ?? 'not in the project'}, ${whose}`
          rows.push(row(name, ['read', 'withdraw'], (verb) => can(actorAs(role), verb, subject)))
        }
      }
    }
  }
  return rows
}

/** A change of rights is a visible change of this page. */
test('the matrix of rights between mentor and mentee, for every role in the workspace', () => {
  const page = [
    ...['MENTORSHIP', ...mentorshipRows()],
    ...['', 'SECTION OF A JOURNAL', ...sectionRows()],
    ...['', 'ENTRY', ...entryRows()],
    ...['', 'PUBLISHED IN A PROJECT', ...publicationRows()],
  ]
  expect(`\n${page.join('\n')}\n`).toMatchSnapshot()
})

test('nobody reaches into another workspace, not even its owner', () => {
  const outsider = actorAs('owner', 'w2')
  const inHere = { workspaceId: here, isAuthor: true, frozen: false }
  const mentorship = { role: 'mentor', state: 'active' } as const
  for (const verb of sectionVerbs) {
    const section = { ...inHere, kind: 'section', audience: 'pair', mentorship } as const
    expect(can(outsider, verb, section)).toBe(false)
  }
  for (const verb of mentorshipVerbs) {
    const facts = { ...mentorship, agreed: true, asked: false }
    expect(can(outsider, verb, { ...facts, kind: 'mentorship', workspaceId: here })).toBe(false)
  }
  for (const verb of entryVerbs) {
    expect(can(outsider, verb, { ...inHere, kind: 'entry', readsSome: true })).toBe(false)
  }
})
