import { CalendarSync, MoreHorizontal, Workflow } from 'lucide-react'
import { type ComponentType, lazy, Suspense, useState } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem } from '../ui/menu'
import { useDesk } from './board-context'

type Window = ComponentType<{ boardId: string; onClose(): void }>

const RulesDialog = lazy(async () => ({
  default: (await import('./rules/rules-dialog')).RulesDialog,
}))
const FeedDialog = lazy(async () => ({
  default: (await import('../feeds/feed-dialog')).FeedDialog,
}))

/** What one seldom does with a board as a whole; each opens a window of its own, fetched with it. */
export function BoardMenu({ boardId }: { boardId: string }) {
  const { t } = useTranslation('boards')
  const { t: rules } = useTranslation('board-rules')
  const { t: feeds } = useTranslation('board-feeds')
  const { editable } = useDesk()
  const [opened, setOpened] = useState<{ window: Window } | null>(null)
  const open = (window: Window) => () => setOpened({ window })
  return (
    <>
      <MenuTrigger>
        <IconButton label={t('menu')}>
          <MoreHorizontal aria-hidden size={16} />
        </IconButton>
        <Menu>
          <MenuItem icon={<Workflow size={16} />} onAction={open(RulesDialog)}>
            {rules(editable ? 'open' : 'look')}
          </MenuItem>
          <MenuItem icon={<CalendarSync size={16} />} onAction={open(FeedDialog)}>
            {feeds('open')}
          </MenuItem>
        </Menu>
      </MenuTrigger>
      <Suspense fallback={null}>
        {opened && <opened.window boardId={boardId} onClose={() => setOpened(null)} />}
      </Suspense>
    </>
  )
}
