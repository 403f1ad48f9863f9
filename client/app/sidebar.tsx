import { Link } from '@tanstack/react-router'
import {
  HeartHandshake,
  House,
  Inbox,
  NotebookPen,
  PanelLeftClose,
  Search,
  Settings,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import { useSignedIn } from '../access/session'
import { quietPart } from '../offline/quiet-part'
import { IconButton } from '../ui/icon-button'
import { Kbd } from '../ui/kbd'
import { Logo } from '../ui/logo'
import { MeFace } from './me-face'
import { AsksNumber } from './mentorship-number'
import { sideLinkClass } from './side-link'
import { LibraryLink, SidebarDocs } from './sidebar-docs'
import { SidebarProjects } from './sidebar-projects'
import { TrainingLink } from './training-link'
import { InboxNumber } from './unread'

const MeMenu = quietPart(async () => (await import('./me-menu')).MeMenu, <MeFace />)

export function Sidebar(props: { onSearch: () => void; onHide: () => void }) {
  const { t } = useTranslation('shell')
  return (
    <aside className="hidden w-66 shrink-0 flex-col border-line border-e bg-sunken lg:flex print:hidden">
      <SidebarContents onSearch={props.onSearch}>
        <IconButton label={t('hideSidebar')} size="small" onPress={props.onHide}>
          <PanelLeftClose size={17} />
        </IconButton>
      </SidebarContents>
    </aside>
  )
}

export function SidebarContents({
  onSearch,
  children,
}: {
  onSearch: () => void
  children?: ReactNode
}) {
  const { t } = useTranslation('shell')
  const { workspace } = useSignedIn()
  return (
    <>
      <div className="flex h-13 shrink-0 items-center gap-2.5 ps-4 pe-2">
        <Logo size={24} />
        <span className="min-w-0 flex-1 truncate font-semibold text-sm">{workspace.name}</span>
        {children}
      </div>
      <div className="px-2 pt-1 pb-3">
        <Button
          onPress={onSearch}
          className="flex h-8 w-full cursor-pointer items-center gap-2.5 rounded-md border border-line bg-canvas px-2.5 text-ink-faint text-sm shadow-card data-hovered:text-ink pointer-coarse:h-10"
        >
          <Search size={15} aria-hidden />
          <span className="min-w-0 flex-1 truncate text-start">{t('search')}</span>
          <Kbd keys={['Mod', 'K']} />
        </Button>
      </div>
      <nav aria-label={t('navigation')} className="min-h-0 flex-1 overflow-y-auto px-2 pb-4">
        <Link
          to="/"
          className={sideLinkClass}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          <House size={16} aria-hidden />
          {t('home')}
        </Link>
        <Link to="/inbox" className={sideLinkClass} activeOptions={{ includeSearch: false }}>
          <Inbox size={16} aria-hidden />
          {t('inbox')}
          <InboxNumber />
        </Link>
        <Link to="/journal" className={sideLinkClass} activeOptions={{ includeSearch: false }}>
          <NotebookPen size={16} aria-hidden />
          {t('journal')}
        </Link>
        <Link to="/mentorships" className={sideLinkClass}>
          <HeartHandshake size={16} aria-hidden />
          {t('mentorships')}
          <AsksNumber />
        </Link>
        <TrainingLink />
        <LibraryLink />
        <SidebarDocs />
        <SidebarProjects />
      </nav>
      <div className="space-y-0.5 border-line border-t p-2">
        <Link to="/settings" className={sideLinkClass}>
          <Settings size={16} aria-hidden />
          {t('settings')}
        </Link>
        <MeMenu />
      </div>
    </>
  )
}
