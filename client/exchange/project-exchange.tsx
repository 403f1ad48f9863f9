import { ArrowDownToLine, ArrowUpFromLine, Ellipsis } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { projectExportAddress } from '../api/exchange-files'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem } from '../ui/menu'
import { followDownload } from './save-download'

const ImportDialog = lazy(async () => ({ default: (await import('./import-dialog')).ImportDialog }))

/** Docs into a project, and all of them out of it. */
export function ProjectExchange({ projectId, mayEdit }: { projectId: string; mayEdit: boolean }) {
  const { t } = useTranslation('exchange')
  const [isImporting, setIsImporting] = useState(false)
  return (
    <>
      <MenuTrigger>
        <IconButton label={t('menu')} size="small">
          <Ellipsis size={16} aria-hidden />
        </IconButton>
        <Menu
          aria-label={t('menu')}
          placement="bottom end"
          onAction={(id) =>
            id === 'import' ? setIsImporting(true) : followDownload(projectExportAddress(projectId))
          }
        >
          {mayEdit && (
            <MenuItem id="import" icon={<ArrowUpFromLine size={16} />}>
              {t('import.action')}
            </MenuItem>
          )}
          <MenuItem id="export" icon={<ArrowDownToLine size={16} />}>
            {t('export.action')}
          </MenuItem>
        </Menu>
      </MenuTrigger>
      {isImporting && (
        <Suspense fallback={null}>
          <ImportDialog projectId={projectId} onClose={() => setIsImporting(false)} />
        </Suspense>
      )}
    </>
  )
}
