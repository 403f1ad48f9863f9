import type { Grant } from '@atelier/shared/people/grant'

export const grantKinds = ['workspace', 'project', 'doc', 'link', 'invitation'] as const

export function grantKey(grant: Grant): string {
  switch (grant.kind) {
    case 'workspace':
      return grant.person.id
    case 'project':
      return `${grant.project.id}:${grant.person.id}`
    case 'doc':
      return `${grant.doc.id}:${grant.person.id}`
    case 'link':
      return grant.id
    case 'invitation':
      return grant.invitation.id
  }
}

/** Those of one kind in which the wanted letters occur: a name, a project, an organisation. */
export function grantsAbout(
  grants: readonly Grant[],
  wanted: string,
  kind: Grant['kind'] | 'all',
): Grant[] {
  const letters = wanted.trim().toLocaleLowerCase()
  return grants.filter(
    (grant) =>
      (kind === 'all' || grant.kind === kind) &&
      wordsOf(grant).join(' ').toLocaleLowerCase().includes(letters),
  )
}

function wordsOf(grant: Grant): (string | null | undefined)[] {
  switch (grant.kind) {
    case 'workspace':
      return [grant.person.name, grant.person.organisation, grant.person.email]
    case 'project':
      return [grant.person.name, grant.person.organisation, grant.project.title]
    case 'doc':
      return [grant.person.name, grant.person.organisation, grant.doc.title, grant.doc.project]
    case 'link':
      return [grant.by, grant.doc.title, grant.doc.project]
    case 'invitation': {
      const { note, organisation, inviter, project } = grant.invitation
      return [note, organisation, inviter, project?.title]
    }
  }
}
