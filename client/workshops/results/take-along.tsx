import { canInWorkshop } from '@atelier/shared/access/can-in-workshops'
import { newUuid } from '@atelier/shared/basics/uuid'
import { type SummaryFormat, summaryFormats } from '@atelier/shared/workshops/summary'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useNavigate } from '@tanstack/react-router'
import { Download, FileText, SquareKanban } from 'lucide-react'
import { useState } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { fetchSummaryExport } from '../../api/exchange-files'
import { useChange } from '../../api/use-change'
import { saveDownload } from '../../exchange/save-download'
import { Button } from '../../ui/button'
import { Menu, MenuItem } from '../../ui/menu'
import { makeSummaryDoc } from './result-records'
import { SendDialog } from './send-dialog'

/** What becomes of the results: cards, a doc of the project, a file. */
export function TakeAlong({ page }: { page: WorkshopPage }) {
  const { t } = useTranslation('workshop-results')
  const [isSending, setSending] = useState(false)
  const makeDoc = useMakeDoc(page.id)
  const carries = page.project !== null && canInWorkshop('carry', page.rights)
  return (
    <div className="flex flex-wrap gap-2">
      {carries && (
        <Button tone="primary" icon={<SquareKanban size={16} />} onPress={() => setSending(true)}>
          {t('send.open')}
        </Button>
      )}
      {carries && (
        <Button
          icon={<FileText size={16} />}
          isPending={makeDoc.isPending}
          onPress={() => makeDoc.mutate()}
        >
          {t('take.doc')}
        </Button>
      )}
      <Downloads workshopId={page.id} />
      {isSending && page.project && (
        <SendDialog
          workshopId={page.id}
          projectId={page.project.id}
          onClose={() => setSending(false)}
        />
      )}
    </div>
  )
}

function Downloads({ workshopId }: { workshopId: string }) {
  const { t } = useTranslation('workshop-results')
  const { mutate, isPending } = useChange(
    (format: SummaryFormat) => fetchSummaryExport(workshopId, format),
    { done: saveDownload },
  )
  return (
    <MenuTrigger>
      <Button icon={<Download size={16} />} isPending={isPending}>
        {t('take.download')}
      </Button>
      <Menu>
        {summaryFormats.map((format) => (
          <MenuItem key={format} onAction={() => mutate(format)}>
            {t(`take.as.${format}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}

/** A doc of the project, and the way there. Pressed again it is the same one. */
function useMakeDoc(workshopId: string) {
  const [id] = useState(newUuid)
  const navigate = useNavigate()
  return useChange(() => makeSummaryDoc(workshopId, id), {
    done: ({ id: docId }) => navigate({ to: '/docs/$docId', params: { docId } }),
  })
}
