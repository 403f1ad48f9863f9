import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useInvitations } from '../api/people-records'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { InvitationEntry } from './invitation-entry'
import { NewInvitationDialog } from './new-invitation-dialog'
import { Rows } from './rows'
import { SettingsTitle } from './settings-title'

/** The links that let people in. */
export function InvitationsScreen() {
  const { t } = useTranslation('people')
  const { data, error } = useInvitations()
  const [isAdding, setAdding] = useState(false)
  const add = (
    <Button tone="primary" icon={<Plus size={16} />} onPress={() => setAdding(true)}>
      {t('invitations.new')}
    </Button>
  )
  return (
    <>
      <SettingsTitle
        page="invitations"
        intro={t('invitations.intro')}
        action={data && data.length > 0 ? add : null}
      />
      <Rows
        label={t('invitations.list')}
        rows={data}
        error={error}
        empty={
          <EmptyState scene="link" title={t('invitations.empty')} action={add}>
            {t('invitations.emptyWords')}
          </EmptyState>
        }
      >
        {(invitation) => <InvitationEntry key={invitation.id} invitation={invitation} />}
      </Rows>
      {isAdding && <NewInvitationDialog onClose={() => setAdding(false)} />}
    </>
  )
}
