import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { endSession, type Leaving } from '../access/leaving'
import { useMe } from '../access/session'
import { useFormat } from '../i18n/use-format'
import { type CopyIdentity, eraseDatabases } from '../offline/device-databases'
import { forgetJournalWish } from '../offline/journal-kept'
import { eraseDrafts } from '../offline/kept-drafts'
import { forgetWho } from '../offline/remembered-who'
import { forgetUnsent, sendUnsent } from '../offline/unsent-words'
import { forgetRooms } from '../sync/room-clients'
import { unstoredRooms } from '../sync/unstored-rooms'
import { useRefusalText } from '../ui/refusal-text'
import { toast } from '../ui/toast'

/**
 * Signing out erases what this device keeps of this person. Where that would lose words nobody
 * else has yet, it says where they are and lets the person decide.
 */
export function useSignOut(): (how: Leaving) => Promise<void> {
  const { t } = useTranslation('shell')
  const { list } = useFormat()
  const { id: personId, workspaceId } = useMe()
  const refusalText = useRefusalText()
  const leave = useLeave()
  const orSay = (work: Promise<void>) =>
    work.catch((error: unknown) => void toast({ text: refusalText(error), tone: 'danger' }))
  return async (how) => {
    const who = { personId, workspaceId }
    const go = () => orSay(leave(how, who))
    const rooms = await unstoredRooms(who).catch((error: unknown) => {
      console.error('The copies on this device could not be read.', error)
      return []
    })
    const unsent = await sendUnsent()
    if (rooms.length === 0 && unsent.length === 0) return go()
    const titles = rooms.map(({ room, title }) => title || t(room.split(':')[0] ?? 'doc'))
    const names = [...titles, ...unsent.map((what) => t(`unsent.${what}`))]
    toast({
      text: t('unstored', { rooms: list(names) }),
      tone: 'danger',
      action: { label: t('signOutAnyway'), onPress: () => void go() },
    })
  }
}

/** Ends the session, closes every room, then erases this person's copies. */
function useLeave() {
  const forget = useForget()
  return async (how: Leaving, who: CopyIdentity): Promise<void> => {
    await endSession(how)
    await forget(who)
  }
}

/** For who is signed out already, because their account has ended. */
export function useForgetPerson(): () => Promise<void> {
  const { id: personId, workspaceId } = useMe()
  const forget = useForget()
  return () => forget({ personId, workspaceId })
}

/** Whoever comes next on this device finds nothing of this person. */
function useForget() {
  const queries = useQueryClient()
  const router = useRouter()
  return async (who: CopyIdentity): Promise<void> => {
    queries.setQueryData(['session'], { state: 'signed-out' })
    await router.navigate({ to: '/sign-in', ignoreBlocker: true })
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    forgetRooms()
    forgetUnsent()
    forgetWho()
    eraseDrafts(who)
    forgetJournalWish(who)
    await eraseDatabases(who)
  }
}
