import { Link } from '@tanstack/react-router'
import { Menu, PanelLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSignedIn } from '../access/session'
import { type Crumb, useShellHeader } from '../shell/shell-header'
import { Breadcrumb } from '../ui/breadcrumb'
import { IconButton } from '../ui/icon-button'
import { InboxDot } from './unread'

const crumbClass = 'truncate rounded-sm px-1.5 py-0.5 hover:bg-hover hover:text-ink'

export function TopBar(props: {
  isSidebarOpen: boolean
  onShowSidebar: () => void
  onOpenDrawer: () => void
}) {
  const { t } = useTranslation('shell')
  const header = useShellHeader()
  return (
    <header className="flex h-13 shrink-0 items-center gap-2 border-line border-b px-3 lg:px-4 print:hidden">
      <IconButton label={t('menu')} onPress={props.onOpenDrawer} className="relative lg:hidden">
        <Menu size={18} />
        <InboxDot />
      </IconButton>
      {!props.isSidebarOpen && (
        <IconButton
          label={t('showSidebar')}
          onPress={props.onShowSidebar}
          className="max-lg:hidden"
        >
          <PanelLeft size={18} />
        </IconButton>
      )}
      <div className="min-w-0 flex-1">
        <Way crumbs={header?.way.crumbs ?? []} here={header?.title ?? header?.way.here ?? ''} />
      </div>
      <div ref={header?.setSlot} className="flex shrink-0 items-center gap-2" />
    </header>
  )
}

function Way({ crumbs, here }: { crumbs: Crumb[]; here: string }) {
  const { workspace } = useSignedIn()
  const { t } = useTranslation('projects')
  const links = crumbs.map(({ label, projectId, docId, recordId, to }) =>
    docId ? (
      <Link key={docId} to="/docs/$docId" params={{ docId }} className={crumbClass}>
        {label || t('untitled.doc')}
      </Link>
    ) : projectId ? (
      <Link key={projectId} to="/projects/$projectId" params={{ projectId }} className={crumbClass}>
        {label}
      </Link>
    ) : recordId ? (
      <Link key={recordId} to="/training/$recordId" params={{ recordId }} className={crumbClass}>
        {label}
      </Link>
    ) : to ? (
      <Link key={to} to={to} className={crumbClass}>
        {label}
      </Link>
    ) : (
      <span key={label} className="px-1.5">
        {label}
      </span>
    ),
  )
  return (
    <Breadcrumb
      links={[
        <Link key="home" to="/" className={crumbClass}>
          {workspace.name}
        </Link>,
        ...links,
      ]}
      here={here}
    />
  )
}
