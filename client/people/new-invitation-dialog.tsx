import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/dialog'
import { InvitationForm } from './invitation-form'
import { InvitationLink } from './invitation-link'

/** First the question whom to let in, then the link: the only time it is shown. */
export function NewInvitationDialog(props: {
  onClose: () => void
  /** Chosen already, when one comes from a project. */
  projectId?: string
}) {
  const { t } = useTranslation('people')
  const [token, setToken] = useState<string | null>(null)
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={(open) => !open && props.onClose()}
      title={t(token ? 'invitations.ready' : 'invitations.new')}
      description={t(token ? 'invitations.readyWords' : 'invitations.newWords')}
      width="medium"
    >
      {token ? (
        <InvitationLink token={token} onDone={props.onClose} />
      ) : (
        <InvitationForm onMade={setToken} onCancel={props.onClose} projectId={props.projectId} />
      )}
    </Dialog>
  )
}
