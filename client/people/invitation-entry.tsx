import type { InvitationRow } from '@atelier/shared/people/invitation'
import { Link2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { useCan } from '../access/use-can'
import { useFormat } from '../i18n/use-format'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { useRevokeInvitation } from './use-revoke-invitation'

export function InvitationEntry({ invitation }: { invitation: InvitationRow }) {
  const { t } = useTranslation('people')
  const { workspaceId } = useMe()
  const { role, state, note, organisation, project } = invitation
  const mayRevoke = useCan()('manage', { kind: 'invitation', workspaceId, role })
  const revoke = useRevokeInvitation()
  const what = [t(`roles.${role}`), organisation, project?.title].filter(Boolean).join(' · ')
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4">
      <Link2 size={20} aria-hidden className="text-ink-faint" />
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {note || what}
          <Badge tone={state === 'open' ? 'accent' : 'neutral'}>
            {t(`invitations.states.${state}`)}
          </Badge>
        </p>
        {note && <p className="text-ink-soft text-sm">{what}</p>}
        <InvitationFacts invitation={invitation} />
      </div>
      {state === 'open' && mayRevoke && (
        <Button
          size="small"
          isPending={revoke.isPending}
          onPress={() => revoke.mutate(invitation.id)}
        >
          {t('invitations.revoke')}
        </Button>
      )}
    </li>
  )
}

function InvitationFacts({ invitation }: { invitation: InvitationRow }) {
  const { t } = useTranslation('people')
  const { day } = useFormat()
  const { uses, used, inviter, expiresAt } = invitation
  const facts = [
    uses === null
      ? t('invitations.used', { count: used })
      : t('invitations.usedOf', { used, uses }),
    t('invitations.by', { name: inviter }),
    t('invitations.until', { day: day(expiresAt) }),
  ]
  return <p className="text-ink-faint text-sm">{facts.join(' · ')}</p>
}
