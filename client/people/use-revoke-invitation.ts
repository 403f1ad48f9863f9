import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useChange } from '../api/use-change'
import { toast } from '../ui/toast'

/** Final: a withdrawn link never opens again, a new one is made in a moment. */
export function useRevokeInvitation() {
  const { t } = useTranslation('people')
  return useChange((id: string) => ask(api.invitations[':id'].$delete({ param: { id } })), {
    renews: [['invitations'], ['grants']],
    done: () => toast({ text: t('invitations.revoked') }),
  })
}
