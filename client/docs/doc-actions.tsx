/** What one can do with a whole doc. Each feature gives a hook of its own; the menu calls them all. */
import { ArrowDownToLine, History, Link2, Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '../ui/copy-text'
import { toast } from '../ui/toast'
import type { DocDesk } from './doc-desk'
import { openDocDialog } from './doc-dialogs'
import { useDocPanel } from './use-doc-panel'
import { usePlaceActions } from './use-place-actions'
import { useTextActions } from './use-text-actions'

/** The order of the menu's parts. */
export const docActionGroups = ['doc', 'view', 'place', 'exchange', 'end'] as const

export type DocAction = {
  id: string
  group: (typeof docActionGroups)[number]
  label: string
  icon: ReactNode
  shortcut?: string[]
  tone?: 'danger'
  run: () => void
}

export function useDocActions(desk: DocDesk): DocAction[] {
  return [
    ...useBasicActions(),
    ...useTextActions(desk),
    useHistoryAction(desk),
    ...usePlaceActions(desk),
    useDownloadAction(),
  ]
}

function useDownloadAction(): DocAction {
  const { t } = useTranslation('exchange')
  return {
    id: 'download',
    group: 'exchange',
    label: t('download.action'),
    icon: <ArrowDownToLine size={16} />,
    run: () => openDocDialog('download'),
  }
}

function useHistoryAction(desk: DocDesk): DocAction {
  const { t } = useTranslation('docs')
  const { open } = useDocPanel(desk)
  return {
    id: 'history',
    group: 'view',
    label: t('menu.history'),
    icon: <History size={16} />,
    run: () => open('history'),
  }
}

function useBasicActions(): DocAction[] {
  const { t } = useTranslation('docs')
  const copyLink = async () => {
    const { origin, pathname } = window.location
    const copied = await copyText(`${origin}${pathname}`)
    toast({ text: t(copied ? 'menu.copied' : 'menu.notCopied') })
  }
  return [
    {
      id: 'copyLink',
      group: 'doc',
      label: t('menu.copyLink'),
      icon: <Link2 size={16} />,
      run: () => void copyLink(),
    },
    {
      id: 'print',
      group: 'exchange',
      label: t('menu.print'),
      icon: <Printer size={16} />,
      shortcut: ['Mod', 'P'],
      run: () => window.print(),
    },
  ]
}
