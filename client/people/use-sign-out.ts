import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { eraseOfflineCopies } from '../sync/offline-copy'
import { openRoomClients } from '../sync/room-clients'
import { useRefusalText } from '../ui/refusal-text'
import { toast } from '../ui/toast'

/**
 * Signing out erases what this device keeps. Where that would lose words nobody else has yet,
 * it says so and lets the person decide.
 */
export function useSignOut(): () => void {
  const { t } = useTranslation('shell')
  const leave = useLeave()
  return () => {
    if (!openRoomClients().some((client) => client.unstored))
      return void leave(() => ask(api['sign-out'].$post()))
    toast({
      text: t('unstored'),
      tone: 'danger',
      action: {
        label: t('signOutAnyway'),
        onPress: () => void leave(() => ask(api['sign-out'].$post())),
      },
    })
  }
}

/** Ends the session by `end`, closes every room, then erases this device's copies. */
export function useLeave(): (end: () => Promise<unknown>) => Promise<void> {
  const queries = useQueryClient()
  const router = useRouter()
  const refusalText = useRefusalText()
  return async (end) => {
    try {
      await end()
      queries.setQueryData(['session'], { state: 'signed-out' })
      await router.navigate({ to: '/sign-in' })
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
      await eraseOfflineCopies()
    } catch (error) {
      toast({ text: refusalText(error), tone: 'danger' })
    }
  }
}
