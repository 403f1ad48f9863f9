import type { RoomName } from '@atelier/shared/sync/room-name'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { saveDownload } from '../exchange/save-download'
import { useFormat } from '../i18n/use-format'
import { dropUpload, listUploads } from '../offline/kept-uploads'
import { useSyncIdentity } from '../sync/sync-identity'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'

type Props = {
  page: RoomName
  /** In which files may wait: the doc as long as one writes in it, a suggestion as long as it is open. */
  open: readonly RoomName[]
  /** It may be taken out again. */
  isBinned?: boolean
}

/**
 * Files that wait for a text in which this person may not write any more: hands them back. Draws
 * nothing otherwise.
 */
export function LeftFiles({ page, open, isBinned = false }: Props) {
  const { t } = useTranslation('files')
  const { list } = useFormat()
  const who = useSyncIdentity()
  const queries = useQueryClient()
  const queryKey = ['left-files', page, who?.personId]
  const { data: waiting = [] } = useQuery({
    queryKey,
    queryFn: async () => (who ? (await listUploads(who)).filter((one) => one.page === page) : []),
    staleTime: 0,
  })
  const left = waiting.filter(({ room }) => !open.includes(room))
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
      {t(isBinned ? 'left.binned' : 'left.text', {
        count: left.length,
        names: list(left.map(({ name }) => name)),
      })}
    </Banner>
  )
}
