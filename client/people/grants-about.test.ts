import type { Grant } from '@atelier/shared/people/grant'
import { expect, test } from 'vitest'
import { grantKey, grantsAbout } from './grants-about'

const ana = {
  id: 'ana',
  name: 'Ana López',
  colour: 'red',
  department: null,
  organisation: 'Werk',
} as const
const inProject = (id: string, title: string): Grant => ({
  kind: 'project',
  person: ana,
  project: { id, title, archived: false },
  role: 'lead',
})
const link: Grant = {
  kind: 'invitation',
  invitation: {
    id: 'link',
    role: 'member',
    organisation: 'Schule',
    project: null,
    note: 'For the apprentices',
    uses: 1,
    used: 0,
    inviter: 'Ana López',
    createdAt: '',
    expiresAt: '',
    state: 'open',
  },
}
const all = [inProject('1', 'Solar roof'), inProject('2', 'Bakery'), link]

test('one person’s access is found by name, in whatever way they got it', () => {
  expect(grantsAbout(all, ' ana ', 'all')).toHaveLength(3)
})
test('a project’s access is found by its title, and a link by its note', () => {
  expect(grantsAbout(all, 'solar', 'all')).toEqual([all[0]])
  expect(grantsAbout(all, 'apprentices', 'invitation')).toEqual([link])
  expect(grantsAbout(all, 'apprentices', 'project')).toEqual([])
})
test('every grant has a key of its own', () => {
  expect(new Set(all.map(grantKey)).size).toBe(3)
})
