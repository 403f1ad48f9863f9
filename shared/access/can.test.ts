import { describe, expect, test } from 'vitest'
import { type Actor, can, type DocSubject, type ProjectSubject } from './can'
import { docRoles, projectRoles, workspaceRoles } from './roles'

const here = 'w1'
const actorAs = (role: Actor['role'], workspaceId = here): Actor => ({
  personId: 'me',
  workspaceId,
  role,
})

const projectVerbs = [
  ...(['read', 'comment', 'edit', 'change', 'define', 'manage', 'archive'] as const),
] as const
const commentVerbs = ['read', 'change', 'delete', 'resolve'] as const
const workspaceVerbs = [
  'read',
  'manage',
  'invite',
  'create-project',
  'list-people',
  'read-library',
  'write-kits',
] as const
const docVerbs = ['read', 'follow', 'comment', 'edit', 'arrange', 'move', 'share', 'erase'] as const
const boardVerbs = ['read', 'edit', 'arrange', 'erase'] as const
const personVerbs = ['read', 'change'] as const

const nameWidth = 56

const row = (name: string, verbs: readonly string[], allowed: (verb: never) => boolean) =>
  `${name.padEnd(nameWidth)}${verbs.map((verb) => (allowed(verb as never) ? verb : '·').padEnd(16)).join('')}`.trimEnd()

const docAs = (
  role: DocSubject['project']['role'],
  grant: DocSubject['grant'],
  { archived = false, ...place }: Partial<DocSubject> & { archived?: boolean },
): DocSubject => ({
  kind: 'doc',
  workspaceId: here,
  project: { role, archived },
  grant,
  restricted: false,
  inLibrary: false,
  trashed: false,
  ...place,
})
const docPlaces: [string, Parameters<typeof docAs>[2]][] = [
  ['', {}],
  [', restricted', { restricted: true }],
  [', in the library', { inLibrary: true }],
  [', restricted, in the library', { restricted: true, inLibrary: true }],
  [', in the bin', { trashed: true }],
  [', archived', { archived: true }],
]

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
  lines.push('', 'DOC')
  for (const [name, place] of docPlaces) {
    for (const role of workspaceRoles) {
      for (const member of [...projectRoles, null]) {
        for (const grant of [...docRoles, null]) {
          const who = `${role}, ${member ?? 'not in it'}${grant ? ` + ${grant}` : ''}${name}`
          lines.push(
            row(who, docVerbs, (verb) => can(actorAs(role), verb, docAs(member, grant, place))),
          )
        }
      }
    }
  }
  lines.push('', 'BOARD')
  for (const trashed of [false, true]) {
    for (const archived of [false, true]) {
      for (const role of workspaceRoles) {
        for (const member of [...projectRoles, null]) {
          const board = { ...project(member, archived), kind: 'board' as const, trashed }
          const place = `${trashed ? ', in the bin' : ''}${archived ? ', archived' : ''}`
          const who = `${role}, ${member ?? 'not in it'}${place}`
          lines.push(row(who, boardVerbs, (verb) => can(actorAs(role), verb, board)))
        }
      }
    }
  }
  lines.push('', 'COMMENT')
  const telling = docPlaces.filter(([name]) => !/restricted|library/.test(name))
  for (const [name, place] of telling) {
    for (const role of workspaceRoles) {
      for (const member of [...projectRoles, null]) {
        for (const authorId of ['me', 'them']) {
          const doc = docAs(member, null, place)
          const comment = { kind: 'comment' as const, workspaceId: here, authorId, about: doc }
          const who = `${role}, ${member ?? 'not in it'}, ${authorId === 'me' ? 'own' : 'another’s'}${name}`
          lines.push(row(who, commentVerbs, (verb) => can(actorAs(role), verb, comment)))
        }
      }
    }
  }
  lines.push('', 'COMMENT ON A CARD')
  for (const archived of [false, true]) {
    for (const role of workspaceRoles) {
      for (const member of [...projectRoles, null]) {
        for (const authorId of ['me', 'them']) {
          const about = project(member, archived)
          const comment = { kind: 'comment' as const, workspaceId: here, authorId, about }
          const who = `${role}, ${member ?? 'not in it'}, ${authorId === 'me' ? 'own' : 'another’s'}${archived ? ', archived' : ''}`
          lines.push(row(who, commentVerbs, (verb) => can(actorAs(role), verb, comment)))
        }
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
    for (const verb of docVerbs) {
      const doc = docAs('lead', 'contributor', { inLibrary: true })
      expect(can(outsider, verb, doc)).toBe(false)
    }
    for (const verb of commentVerbs) {
      const doc = docAs('lead', 'contributor', {})
      const comment = { kind: 'comment', workspaceId: here, authorId: 'me', about: doc } as const
      expect(can(outsider, verb, comment)).toBe(false)
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
