import { parseRoomName, type RoomName } from '@atelier/shared/sync/room-name'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { RequestFailed } from '../api/request-failed'
import { sendFile } from '../api/send-file'
import { fileSizeIn } from '../files/file-size'
import { UploadKeeper } from '../files/upload-keeper'
import type { SendFile } from '../files/uploads'
import { useFormat } from '../i18n/use-format'
import type { CopyIdentity } from '../offline/device-databases'
import { readKeptFile } from '../offline/kept-files'
import { reportKeeping } from '../offline/kept-records'
import { useSyncIdentity } from '../sync/sync-identity'
import { useRefusalText } from '../ui/refusal-text'
import { toast } from '../ui/toast'
import { FileDesk } from './file-desk'

/**
 * The files of a room's editor, or of the fork one suggests in: whoever may suggest may add them there
 * and nowhere else. What is on its way stays while one editor takes another's place.
 */
export function useFileDesk(room: RoomName, fork: RoomName | null = null): FileDesk {
  const { t } = useTranslation('files')
  const refusalText = useRefusalText()
  const { locale } = useFormat()
  const who = useSyncIdentity()
  const desks = useMemo(() => new FileDesks(room, who), [room, who])
  const desk = desks.of(fork)
  desk.words = (key, holes) => t(key, { ...holes })
  desk.locale = locale
  desk.explain = (error, { file: { name }, isKept }) => {
    const { code, details } = error instanceof RequestFailed ? error : new RequestFailed('bug')
    const { limitBytes = null, fields = [] } = details
    if (fields.some(({ problem }) => problem === 'empty')) return t('failed.empty', { name })
    if (fields.some(({ problem }) => problem === 'not-taken')) return t('failed.notTaken', { name })
    if (code === 'too-large' && limitBytes !== null) {
      return t('failed.tooLarge', { name, limit: fileSizeIn(locale, limitBytes) })
    }
    if (code === 'unreachable') {
      if (isKept !== false) return t('failed.kept', { name })
      return t(who ? 'failed.noRoom' : 'failed.unreachable', { name })
    }
    return t('failed.other', { name, why: refusalText(error) })
  }
  desk.onNotCopied = (error, again) =>
    toast({
      text: t('notCopied', { why: refusalText(error) }),
      tone: 'danger',
      action: { label: t('upload.retry'), onPress: again },
    })
  useEffect(() => () => desks.close(), [desks])
  return desk
}

/** Of one page: of the room itself, and of forks of it. */
class FileDesks {
  readonly #room: RoomName
  readonly #who: CopyIdentity | null
  readonly #desks = new Map<RoomName, FileDesk>()
  readonly #all = new Set<FileDesk>()

  constructor(room: RoomName, who: CopyIdentity | null) {
    this.#room = room
    this.#who = who
  }

  of(fork: RoomName | null): FileDesk {
    const room = fork ?? this.#room
    const known = this.#desks.get(room)
    if (known) return known
    const made = deskFor({ room, page: this.#room }, this.#who)
    made.page = this.#all.add(made)
    this.#desks.set(room, made)
    return made
  }

  close(): void {
    for (const desk of this.#all) desk.close()
  }
}

function deskFor(rooms: { room: RoomName; page: RoomName }, who: CopyIdentity | null): FileDesk {
  const id = parseRoomName(rooms.room)?.id ?? ''
  const copy = async (files: string[]) => {
    const request = api.rooms[':id'].files.copy.$post({ param: { id }, json: { files } })
    return (await ask(request)).files
  }
  const send: SendFile = (file, how) =>
    sendFile(id, file, { ...how, ...(who && { personId: who.personId }) })
  const kept = async (file: string) => {
    const found = who && (await readKeptFile(who, file).catch(reportKeeping))
    return found?.bytes ?? null
  }
  return new FileDesk({ send, copy, kept }, who && new UploadKeeper(who, rooms, send))
}
