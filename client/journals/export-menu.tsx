import { type JournalFormat, journalFormats } from '@atelier/shared/journals/export-contract'
import { Download } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { fetchJournalExport } from '../api/exchange-files'
import { useChange } from '../api/use-change'
import { saveDownload } from '../exchange/save-download'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem, MenuSection } from '../ui/menu'

/** Takes all of one's own journal along. */
export function ExportMenu() {
  const { t } = useTranslation('journals')
  const take = useChange(fetchJournalExport, { done: saveDownload })
  return (
    <MenuTrigger>
      <IconButton label={t('export.title')} className="size-9" isPending={take.isPending}>
        <Download size={17} aria-hidden />
      </IconButton>
      <Menu placement="bottom end" onAction={(format) => take.mutate(format as JournalFormat)}>
        <MenuSection title={t('export.title')}>
          {journalFormats.map((format) => (
            <MenuItem key={format} id={format}>
              {t(`export.${format}`)}
            </MenuItem>
          ))}
        </MenuSection>
      </Menu>
    </MenuTrigger>
  )
}
