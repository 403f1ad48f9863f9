import { parseRoomName, type RoomName } from '@atelier/shared/sync/room-name'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { RequestFailed } from '../api/request-failed'
import { sendFile } from '../api/send-file'
import { fileSizeIn } from '../files/file-size'
import { useFormat } from '../i18n/use-format'
import { useRefusalText } from '../ui/refusal-text'
import { toast } from '../ui/toast'
import { FileDesk } from './file-desk'

/** The files of a room's editor; what is on its way stays while one editor takes another's place. */
export function useFileDesk(room: RoomName): FileDesk {
  const { t } = useTranslation('files')
  const refusalText = useRefusalText()
  const { locale } = useFormat()
  const desk = useMemo(() => deskFor(parseRoomName(room)?.id ?? ''), [room])
  desk.words = (key, holes) => t(key, { ...holes })
  desk.locale = locale
  desk.explain = (error, { name }) => {
    const { code, details } = error instanceof RequestFailed ? error : new RequestFailed('bug')
    const { limitBytes = null, fields = [] } = details
    if (fields.some(({ problem }) => problem === 'empty')) return t('failed.empty', { name })
    if (code === 'too-large' && limitBytes !== null) {
      return t('failed.tooLarge', { name, limit: fileSizeIn(locale, limitBytes) })
    }
    if (code === 'unreachable') return t('failed.unreachable', { name })
    return t('failed.other', { name, why: refusalText(error) })
  }
  desk.onNotCopied = (error, again) =>
    toast({
      text: t('notCopied', { why: refusalText(error) }),
      tone: 'danger',
      action: { label: t('upload.retry'), onPress: again },
    })
  useEffect(() => () => desk.close(), [desk])
  return desk
}

const deskFor = (roomId: string) =>
  new FileDesk({
    send: (file, how) => sendFile(roomId, file, how),
    copy: async (files) => {
      const request = api.rooms[':id'].files.copy.$post({ param: { id: roomId }, json: { files } })
      return (await ask(request)).files
    },
  })
