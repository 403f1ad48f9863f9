import { describe, expect, test } from 'vitest'
import { type Actor, can, type ProjectSubject } from './can'
import { projectRoles, workspaceRoles } from './roles'

const here = 'w1'
const actorAs = (role: Actor['role'], workspaceId = here): Actor => ({
  personId: 'me',
  workspaceId,
  role,
})

const projectVerbs = ['read', 'comment', 'edit', 'change', 'manage', 'archive'] as const
const workspaceVerbs = ['read', 'manage', 'invite', 'create-project', 'list-people'] as const
const personVerbs = ['read', 'change'] as const

const row = (name: string, verbs: readonly string[], allowed: (verb: never) => boolean) =>
  `${name.padEnd(34)}${verbs.map((verb) => (allowed(verb as never) ? verb : '·').padEnd(16)).join('')}`.trimEnd()

/** The whole of who may do what: a change of rights is a visible change of this page. */
test('the matrix of rights', () => {
  const lines: string[] = []
  const project = (role: ProjectSubject['role'], archived: boolean): ProjectSubject => ({
    kind: 'project',
    workspaceId: here,
    role,
    archived,
  })

  lines.push('PROJECT')
  for (const archived of [false, true]) {
    for (const role of workspaceRoles) {
      for (const member of [...projectRoles, null]) {
        const name = `${role}, ${member ?? 'not in it'}${archived ? ', archived' : ''}`
        lines.push(
          row(name, projectVerbs, (verb) => can(actorAs(role), verb, project(member, archived))),
        )
      }
    }
  }
  lines.push('', 'WORKSPACE')
  for (const role of workspaceRoles) {
    lines.push(
      row(role, workspaceVerbs, (verb) =>
        can(actorAs(role), verb, { kind: 'workspace', workspaceId: here }),
      ),
    )
  }
  lines.push('', 'PERSON')
  for (const role of workspaceRoles) {
    const about = (personId: string, their: Actor['role'], sharesProject: boolean) => ({
      kind: 'person' as const,
      workspaceId: here,
      personId,
      role: their,
      sharesProject,
    })
    lines.push(
      row(`${role}, self`, personVerbs, (verb) =>
        can(actorAs(role), verb, about('me', role, true)),
      ),
    )
    for (const their of workspaceRoles) {
      for (const shares of [true, false]) {
        const name = `${role}, ${their}${shares ? ' of my project' : ''}`
        lines.push(
          row(name, personVerbs, (verb) => can(actorAs(role), verb, about('them', their, shares))),
        )
      }
    }
  }
  lines.push('', 'INVITATION TO BECOME')
  for (const role of workspaceRoles) {
    for (const granted of workspaceRoles) {
      lines.push(
        row(`${role}, ${granted}`, ['manage'], (verb) =>
          can(actorAs(role), verb, { kind: 'invitation', workspaceId: here, role: granted }),
        ),
      )
    }
  }
  expect(`\n${lines.join('\n')}\n`).toMatchSnapshot()
})

describe('nobody reaches into another workspace', () => {
  const there = 'w2'
  const outsider = actorAs('owner', there)

  test('not even its owner', () => {
    for (const verb of projectVerbs) {
      const project = { kind: 'project', workspaceId: here, role: 'lead', archived: false } as const
      expect(can(outsider, verb, project)).toBe(false)
    }
    for (const verb of workspaceVerbs) {
      expect(can(outsider, verb, { kind: 'workspace', workspaceId: here })).toBe(false)
    }
    for (const verb of personVerbs) {
      const person = {
        kind: 'person',
        workspaceId: here,
        personId: 'me',
        role: 'member',
        sharesProject: true,
      } as const
      expect(can(outsider, verb, person)).toBe(false)
    }
    expect(can(outsider, 'manage', { kind: 'invitation', workspaceId: here, role: 'member' })).toBe(
      false,
    )
  })
})
