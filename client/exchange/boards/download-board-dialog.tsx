import { type BoardFormat, boardFormats } from '@atelier/shared/exchange/board-import'
import { FileJson, type LucideIcon, Sheet } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import { fetchBoardExport } from '../../api/exchange-files'
import { useChange } from '../../api/use-change'
import { Dialog } from '../../ui/dialog'
import { saveDownload } from '../save-download'

const icons: Record<BoardFormat, LucideIcon> = { json: FileJson, csv: Sheet }

/** A board as a file, in the form that its next reader needs. */
export function DownloadBoardDialog({ boardId, onClose }: { boardId: string; onClose(): void }) {
  const { t } = useTranslation('board-exchange')
  const download = useChange((format: BoardFormat) => fetchBoardExport(boardId, format), {
    done(file) {
      saveDownload(file)
      onClose()
    },
  })
  const isBusy = (format: BoardFormat) => download.isPending && download.variables === format
  return (
    <Dialog
      isOpen
      title={t('download.title')}
      description={t('download.intro')}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <ul className="-mx-2 grid gap-0.5">
        {boardFormats.map((format) => {
          const Icon = icons[format]
          return (
            <li key={format}>
              <Button
                isPending={isBusy(format)}
                isDisabled={download.isPending && !isBusy(format)}
                onPress={() => download.mutate(format)}
                className="flex w-full cursor-pointer items-start gap-3 rounded-md px-2 py-2.5 text-start transition-colors duration-100 data-disabled:opacity-50 data-hovered:bg-hover data-pressed:bg-pressed"
              >
                <Icon size={20} className="mt-0.5 shrink-0 text-accent" aria-hidden />
                <span className="min-w-0">
                  <span className="block font-medium">{t(`format.${format}.title`)}</span>
                  <span className="block text-ink-soft text-sm">
                    {isBusy(format) ? t('download.busy') : t(`format.${format}.hint`)}
                  </span>
                </span>
              </Button>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
