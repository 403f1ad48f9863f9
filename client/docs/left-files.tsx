import type { RoomName } from '@atelier/shared/sync/room-name'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { saveDownload } from '../exchange/save-download'
import { useFormat } from '../i18n/use-format'
import type { CopyIdentity } from '../offline/device-databases'
import { dropUpload, type KeptUpload, listUploads } from '../offline/kept-uploads'
import { leftFilesKey } from '../offline/waiting-key'
import { useSyncIdentity } from '../sync/sync-identity'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'

type Props = {
  page: RoomName
  /** In which files may wait: the doc as long as one writes in it, a suggestion as long as it is open. */
  open: readonly RoomName[]
  /** It may be taken out again. */
  isBinned?: boolean
  /** The page does not show those in their places. */
  refusedToo?: boolean
}

/**
 * Files that wait for a text in which this person may not write any more, or that were not taken:
 * hands them back. They stay until they are removed. Draws nothing otherwise.
 */
export function LeftFiles({ page, open, isBinned = false, refusedToo = false }: Props) {
  const who = useSyncIdentity()
  const { data: waiting = [] } = useQuery({
    queryKey: [...leftFilesKey(page), who?.personId],
    queryFn: async () => (who ? (await listUploads(who)).filter((one) => one.page === page) : []),
    staleTime: 0,
  })
  if (!who) return null
  const left = waiting.filter(({ room }) => !open.includes(room))
  const refused = waiting.filter((one) => refusedToo && open.includes(one.room) && one.refused)
  return (
    <>
      <HandBack who={who} page={page} files={left} kind={isBinned ? 'binned' : 'text'} />
      <HandBack who={who} page={page} files={refused} kind={'notAdded'} />
    </>
  )
}

type HandBackProps = {
  who: CopyIdentity
  page: RoomName
  files: readonly KeptUpload[]
  kind: 'text' | 'binned' | 'notAdded'
}

function HandBack({ who, page, files, kind }: HandBackProps) {
  const { t } = useTranslation('files')
  const { list } = useFormat()
  const queries = useQueryClient()
  if (files.length === 0) return null
  const save = () => {
    for (const { bytes, name } of files) saveDownload({ blob: bytes, name })
  }
  const remove = async () => {
    for (const { id } of files) await dropUpload(who, id)
    await queries.invalidateQueries({ queryKey: leftFilesKey(page) })
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
  const words = { count: files.length, names: list(files.map(({ name }) => name)) }
  return (
    <Banner tone="warning" action={actions}>
      {t(`left.${kind}`, words)}
    </Banner>
  )
}
