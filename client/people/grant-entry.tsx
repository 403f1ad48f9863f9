import type { Grant } from '@atelier/shared/people/grant'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMemberChanges } from '../projects/use-member-changes'
import { Avatar } from '../ui/avatar'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { DocGrantEntry, PublicLinkEntry } from './doc-grant-entry'
import { InvitationEntry } from './invitation-entry'
import { PersonEntry } from './person-entry'

/** One way in, and how to close it. */
export function GrantEntry({ grant }: { grant: Grant }) {
  switch (grant.kind) {
    case 'workspace':
      return <PersonEntry person={grant.person} />
    case 'project':
      return <Membership grant={grant} />
    case 'doc':
      return <DocGrantEntry grant={grant} />
    case 'link':
      return <PublicLinkEntry grant={grant} />
    case 'invitation':
      return <InvitationEntry invitation={grant.invitation} />
  }
}

function Membership({ grant }: { grant: Extract<Grant, { kind: 'project' }> }) {
  const { t } = useTranslation('people')
  const { person, project, role } = grant
  const { remove } = useMemberChanges(project.id)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3.5">
      <Avatar name={person.name} colour={person.colour} />
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-medium">{person.name}</p>
        <p className="flex flex-wrap items-center gap-2 text-ink-faint text-sm">
          <Link
            to="/projects/$projectId"
            params={{ projectId: project.id }}
            className="truncate underline-offset-4 hover:text-ink hover:underline"
          >
            {project.title}
          </Link>
          {project.archived && <Badge>{t('access.archived')}</Badge>}
        </p>
      </div>
      <span className="text-ink-soft text-sm">{t(`projectRoles.${role}`)}</span>
      <Button
        size="small"
        isPending={remove.isPending}
        onPress={() => remove.mutate({ id: person.id, name: person.name, role })}
        aria-label={t('access.removeFrom', { name: person.name, project: project.title })}
      >
        {t('access.remove')}
      </Button>
    </li>
  )
}
