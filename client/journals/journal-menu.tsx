import { type JournalFormat, journalFormats } from '@atelier/shared/journals/export-contract'
import { Ellipsis, MessageCircleQuestion, Share2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { fetchJournalExport } from '../api/exchange-files'
import { useChange } from '../api/use-change'
import { saveDownload } from '../exchange/save-download'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem, MenuSection, MenuSeparator } from '../ui/menu'

const PublishedDialog = lazy(async () => ({
  default: (await import('./published-dialog')).PublishedDialog,
}))
const SetsDialog = lazy(async () => ({ default: (await import('./sets-dialog')).SetsDialog }))

/** One's own prompts, what one has published, and all of one's own journal to take along. */
export function JournalMenu() {
  const { t } = useTranslation('journals')
  const [shown, setShown] = useState<'prompts' | 'published' | null>(null)
  const take = useChange(fetchJournalExport, { done: saveDownload })
  const close = () => setShown(null)
  return (
    <>
      <MenuTrigger>
        <IconButton label={t('menu')} className="size-9" isPending={take.isPending}>
          <Ellipsis size={18} aria-hidden />
        </IconButton>
        <Menu placement="bottom end">
          <MenuItem
            icon={<MessageCircleQuestion size={15} aria-hidden />}
            onAction={() => setShown('prompts')}
          >
            {t('sets.open')}
          </MenuItem>
          <MenuItem icon={<Share2 size={15} aria-hidden />} onAction={() => setShown('published')}>
            {t('publishedOpen')}
          </MenuItem>
          <MenuSeparator />
          <MenuSection title={t('export.title')}>
            {journalFormats.map((format: JournalFormat) => (
              <MenuItem key={format} onAction={() => take.mutate(format)}>
                {t(`export.${format}`)}
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </MenuTrigger>
      <Suspense fallback={null}>
        {shown === 'prompts' && <SetsDialog onClose={close} />}
        {shown === 'published' && <PublishedDialog onClose={close} />}
      </Suspense>
    </>
  )
}
