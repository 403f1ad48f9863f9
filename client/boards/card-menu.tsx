import type { Card } from '@atelier/shared/boards/card'
import {
  Archive,
  ArrowRightLeft,
  Link,
  MoreHorizontal,
  PanelRightOpen,
  SquareCheck,
} from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { copyText } from '../ui/copy-text'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem } from '../ui/menu'
import { toast } from '../ui/toast'
import { useDesk } from './board-context'
import { useChosen } from './card-selection'
import { useArchiveCard } from './use-archive-card'

/** Everything a drag or a key does with a card, for pointers and screen readers alike. */
export function CardMenu({ card }: { card: Card }) {
  const { t } = useTranslation('boards')
  const { t: more } = useTranslation('board-columns')
  const { openCard, askWhere, selection } = useDesk()
  const isChosen = useChosen(selection).has(card.id)
  const archive = useArchiveCard()
  const title = card.title || t('card.untitled')
  const copyLink = async () => {
    const link = new URL(location.href)
    link.searchParams.set('card', card.id)
    toast({ text: (await copyText(link.href)) ? t('card.linkCopied') : link.href })
  }
  return (
    <MenuTrigger>
      <IconButton size="small" label={t('card.menu', { title })}>
        <MoreHorizontal aria-hidden size={16} />
      </IconButton>
      <Menu>
        <MenuItem icon={<PanelRightOpen size={16} />} onAction={() => openCard(card.id)}>
          {t('card.open')}
        </MenuItem>
        <MenuItem
          icon={<ArrowRightLeft size={16} />}
          shortcut={['M']}
          onAction={() => askWhere(card.id)}
        >
          {t('card.move')}
        </MenuItem>
        <MenuItem
          icon={<SquareCheck size={16} />}
          shortcut={['X']}
          onAction={() => selection.toggle(card.id)}
        >
          {more(isChosen ? 'chosen.deselect' : 'chosen.select')}
        </MenuItem>
        <MenuItem icon={<Link size={16} />} onAction={copyLink}>
          {t('card.copyLink')}
        </MenuItem>
        <MenuItem icon={<Archive size={16} />} shortcut={['Del']} onAction={() => archive(card.id)}>
          {t('card.archive')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
