import type { RoomName } from '@atelier/shared/sync/room-name'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { saveDownload } from '../exchange/save-download'
import { useFormat } from '../i18n/use-format'
import { dropUpload, listUploads } from '../offline/kept-uploads'
import { useSyncIdentity } from '../sync/sync-identity'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'

/**
 * Files that wait for a doc in which this person may not write any more: hands them back. Draws
 * nothing otherwise.
 */
export function LeftFiles({ room }: { room: RoomName }) {
  const { t } = useTranslation('files')
  const { list } = useFormat()
  const who = useSyncIdentity()
  const queries = useQueryClient()
  const queryKey = ['left-files', room]
  const { data: left = [] } = useQuery({
    queryKey,
    queryFn: async () => (who ? (await listUploads(who)).filter((one) => one.room === room) : []),
  })
  if (!who || left.length === 0) return null
  const save = () => {
    for (const { bytes, name } of left) saveDownload({ blob: bytes, name })
  }
  const remove = async () => {
    for (const { id } of left) await dropUpload(who, id)
    await queries.invalidateQueries({ queryKey })
  }
  const actions = (
    <span className="flex gap-2">
      <Button size="small" onPress={save}>
        {t('left.save')}
      </Button>
      <Button size="small" tone="quiet" onPress={() => void remove()}>
        {t('left.remove')}
      </Button>
    </span>
  )
  return (
    <Banner tone="warning" action={actions}>
      {t('left.text', { count: left.length, names: list(left.map(({ name }) => name)) })}
    </Banner>
  )
}
