import { ArrowDownToLine, ArrowUpFromLine, Ellipsis } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { projectExportAddress } from '../api/exchange-files'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem } from '../ui/menu'
import { followDownload } from './save-download'

/** `onImport` is null for who may only take docs out. */
type Props = { projectId: string; onImport: (() => void) | null }

/** Docs into a project, and all of them out of it. */
export function ProjectExchange({ projectId, onImport }: Props) {
  const { t } = useTranslation('exchange')
  return (
    <MenuTrigger>
      <IconButton label={t('menu')} size="small">
        <Ellipsis size={16} aria-hidden />
      </IconButton>
      <Menu
        aria-label={t('menu')}
        placement="bottom end"
        onAction={(id) =>
          id === 'import' ? onImport?.() : followDownload(projectExportAddress(projectId))
        }
      >
        {onImport && (
          <MenuItem id="import" icon={<ArrowUpFromLine size={16} />}>
            {t('import.action')}
          </MenuItem>
        )}
        <MenuItem id="export" icon={<ArrowDownToLine size={16} />}>
          {t('export.action')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
