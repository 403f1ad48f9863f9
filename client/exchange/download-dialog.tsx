import { type ExportFormat, exportFormats } from '@atelier/shared/exchange/exchange'
import { FileArchive, FileCode, FileText, FileType, type LucideIcon, Printer } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import { fetchDocExport } from '../api/exchange-files'
import { useChange } from '../api/use-change'
import { Checkbox } from '../ui/checkbox'
import { Dialog } from '../ui/dialog'
import { saveDownload } from './save-download'

const icons: Record<ExportFormat, LucideIcon> = {
  md: FileText,
  zip: FileArchive,
  docx: FileType,
  html: FileCode,
  pdf: Printer,
}

type Props = { docId: string; mayTakeComments: boolean; onClose: () => void }

/** A doc as a file, in the form that its next reader needs. */
export function DownloadDialog({ docId, mayTakeComments, onClose }: Props) {
  const { t } = useTranslation('exchange')
  const [withComments, setWithComments] = useState(false)
  const download = useChange(
    (format: ExportFormat) =>
      fetchDocExport(docId, format, { withComments: withComments && format === 'docx' }),
    {
      done(file) {
        saveDownload(file)
        onClose()
      },
    },
  )
  return (
    <Dialog
      isOpen
      title={t('download.title')}
      description={t('download.intro')}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <ul className="-mx-2 grid gap-0.5">
        {exportFormats.map((format) => (
          <li key={format}>
            <Button
              isPending={download.isPending && download.variables === format}
              isDisabled={download.isPending && download.variables !== format}
              onPress={() => download.mutate(format)}
              className="flex w-full cursor-pointer items-start gap-3 rounded-md px-2 py-2.5 text-start transition-colors duration-100 data-disabled:opacity-50 data-hovered:bg-hover data-pressed:bg-pressed"
            >
              <Sign format={format} />
              <span className="min-w-0">
                <span className="block font-medium">{t(`format.${format}.title`)}</span>
                <span className="block text-ink-soft text-sm">
                  {download.isPending && download.variables === format
                    ? t('download.busy')
                    : t(`format.${format}.hint`)}
                </span>
              </span>
            </Button>
            {format === 'docx' && mayTakeComments && (
              <div className="ps-10 pb-1 text-sm">
                <Checkbox isSelected={withComments} onChange={setWithComments}>
                  {t('download.comments')}
                </Checkbox>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function Sign({ format }: { format: ExportFormat }) {
  const Icon = icons[format]
  return <Icon size={20} className="mt-0.5 shrink-0 text-accent" aria-hidden />
}
