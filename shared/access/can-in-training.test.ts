import { expect, test } from 'vitest'
import { type Actor, can, type Subject, type Verbs } from './can'
import { mayReplace, type TrainingRecordSubject } from './can-in-training'
import { trainingRoles, workspaceRoles } from './roles'

const here = 'w1'
const actorAs = (role: Actor['role'], workspaceId = here): Actor => ({
  personId: 'me',
  workspaceId,
  role,
})
const recordVerbs = ['read', 'answer', 'follow', 'write', 'sign', 'replace', 'put-away'] as const
const planVerbs = ['read', 'change'] as const
const row = (name: string, verbs: readonly string[], allowed: (verb: never) => boolean) =>
  `${name.padEnd(52)}${verbs.map((verb) => (allowed(verb as never) ? verb : '·').padEnd(9)).join('')}`.trimEnd()

/** Being an owner or a partner changes nothing. */
function alikeForAll<S extends Subject>(verb: Verbs[S['kind']], subject: S): boolean {
  const answers = new Set(workspaceRoles.map((role) => can(actorAs(role), verb, subject)))
  expect(answers.size).toBe(1)
  return answers.has(true)
}

const states = [
  [', asked', { agreed: false, inForce: false }],
  [', agreed', { agreed: true, inForce: false }],
  [', in force', { agreed: true, inForce: true }],
  [', asked to be it instead', { agreed: false, inForce: true }],
] as const

function recordRows(): string[] {
  const rows: string[] = []
  for (const role of [...trainingRoles, null]) {
    for (const [how, state] of states) {
      for (const leads of [false, true]) {
        for (const lacks of [[], ['school']] as const) {
          const kind = { kind: 'training-record', workspaceId: here } as const
          const subject: TrainingRecordSubject = { ...kind, role, ...state, leads, lacks }
          const isShort = lacks.length > 0 ? ', no school' : ''
          const name = `${role ?? 'not in it'}${how}${leads ? ', leads' : ''}${isShort}`
          const verbs = row(name, recordVerbs, (verb) => alikeForAll(verb, subject))
          rows.push(`${verbs} ${mayReplace(subject).join(' ')}`.trimEnd())
        }
      }
    }
  }
  return rows
}

const planRows = () =>
  workspaceRoles.flatMap((role) =>
    [true, false].map((isMaker) =>
      row(`${role}${isMaker ? ' who made it' : ''}`, planVerbs, (verb) =>
        can(actorAs(role), verb, { kind: 'training-plan', workspaceId: here, isMaker }),
      ),
    ),
  )

/** A change of rights is a visible change of this page. */
test('the matrix of rights in training', () => {
  const page = [...['TRAINING RECORD', ...recordRows()], ...['', 'TRAINING PLAN', ...planRows()]]
  expect(`\n${page.join('\n')}\n`).toMatchSnapshot()
})

test('nobody reaches into another workspace, not even its owner', () => {
  const place = { kind: 'training-record', workspaceId: here, role: 'trainer' } as const
  const record = { ...place, agreed: true, inForce: true, leads: true, lacks: ['school'] as const }
  for (const verb of recordVerbs) expect(can(actorAs('owner', 'w2'), verb, record)).toBe(false)
  const plan = { kind: 'training-plan', workspaceId: here, isMaker: true } as const
  for (const verb of planVerbs) expect(can(actorAs('owner', 'w2'), verb, plan)).toBe(false)
})
