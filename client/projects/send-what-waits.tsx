import { wordsOfComment } from '@atelier/shared/comments/comment-words'
import { parseRoomName } from '@atelier/shared/sync/room-name'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { codeOf } from '../api/request-failed'
import { saveDownload } from '../exchange/save-download'
import { onUploadsLeft } from '../files/upload-keeper'
import type { CopyIdentity } from '../offline/device-databases'
import { listKeptComments } from '../offline/kept-comments'
import { listUploads } from '../offline/kept-uploads'
import { tries } from '../offline/tries'
import { useSendWishes } from '../offline/use-send-wishes'
import { leftFilesKey, waitingKey } from '../offline/waiting-key'
import { copyText } from '../ui/copy-text'
import { useRefusalText } from '../ui/refusal-text'
import { toast } from '../ui/toast'
import { sendFresh, sendUnstored } from './send-fresh'

/** How long what waits on this device waits for the server to be there again. */
const tryAgainMs = 5_000

/** Draws nothing. Asked again whenever the server is back, as every query is. */
export function SendWhatWaits({ who }: { who: CopyIdentity }) {
  const queries = useQueryClient()
  const sendComments = useSendComments(who)
  const sendFiles = useSendFiles(who)
  const sendWishes = useSendWishes(who)
  const handBack = useHandBack()
  const queryKey = waitingKey(who.personId)
  useQuery({
    queryKey,
    queryFn: async () => {
      const fresh = await Promise.allSettled([sendFresh(who)])
      // None waits for another.
      const rest = await Promise.allSettled([
        sendUnstored(who, handBack),
        sendComments(),
        sendFiles(),
        sendWishes(),
      ])
      for (const one of [...fresh, ...rest]) if (one.status === 'rejected') throw one.reason
      return null
    },
    // Whoever is signed in is asked for again then, and this begins anew with them.
    retry: (_, error) => codeOf(error) !== 'signed-out',
    retryDelay: (_, error) => (codeOf(error) === 'unreachable' ? tryAgainMs : tries.msUntilDue()),
  })
  useEffect(() => {
    const again = () => void queries.invalidateQueries({ queryKey: waitingKey(who.personId) })
    return onUploadsLeft(again)
  }, [queries, who.personId])
  return null
}

/** The page of its room does so, too, for whoever finds the way there. */
function useHandBack() {
  const { t } = useTranslation('offline')
  return ({ title, text }: { title: string; text: string }) => {
    const onPress = () => void copyText(text)
    toast({
      text: t('handedBack', { title: title || t('untitled') }),
      tone: 'danger',
      action: { label: t('comment.copy'), onPress },
    })
  }
}

function useSendComments(who: CopyIdentity) {
  const { t } = useTranslation('offline')
  const refusalText = useRefusalText()
  const queries = useQueryClient()
  const renew = (docId: string) => {
    for (const kind of ['comments', 'kept-comments']) {
      void queries.invalidateQueries({ queryKey: [kind, docId] })
    }
  }
  return async () => {
    if ((await listKeptComments(who)).length === 0) return
    const { sendKeptComments } = await import('../comments/send-kept-comments')
    await sendKeptComments(who, {
      onSent: ({ docId }) => renew(docId),
      onRefused: ({ docId, cardId, body }, error) => {
        renew(docId)
        const isOnCard = cardId !== undefined
        const about = isOnCard ? 'comment.refusedOnCard' : 'comment.refusedElsewhere'
        const text = t(about, { why: refusalText(error) })
        const onPress = () => void copyText(wordsOfComment(body))
        toast({ text, tone: 'danger', action: { label: t('comment.copy'), onPress } })
      },
    })
  }
}

function useSendFiles(who: CopyIdentity) {
  const { t } = useTranslation('files')
  const refusalText = useRefusalText()
  const queries = useQueryClient()
  return async () => {
    if ((await listUploads(who)).length === 0) return
    const { sendKeptFiles } = await import('../files/send-kept')
    await sendKeptFiles(who, (upload, error) => {
      const { name, bytes, page } = upload
      // The page of its doc or board hands it back, however late somebody looks.
      void queries.invalidateQueries({ queryKey: leftFilesKey(page) })
      const isInDoc = parseRoomName(upload.room)?.kind === 'doc'
      const text = t(isInDoc ? 'left.refused' : 'left.refusedCard', {
        name,
        why: refusalText(error),
      })
      const onPress = () => saveDownload({ blob: bytes, name })
      toast({ text, tone: 'danger', action: { label: t('left.save'), onPress } })
    })
  }
}
