import type { Card } from '@atelier/shared/boards/card'
import {
  Archive,
  ArrowRightLeft,
  Copy,
  LayoutTemplate,
  Link,
  MoreHorizontal,
  PanelRightOpen,
} from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem } from '../ui/menu'
import { useDesk } from './board-context'
import { useCopyCard } from './card/use-copy-card'
import { useSaveAsTemplate } from './card/use-templates'
import { ChooseItem } from './choose-item'
import { useArchiveCard } from './use-archive-card'
import { useCopyLink } from './use-copy-link'

type Props = {
  card: Card
  /** In the card's own window: closes it before the card is put away. What is of use on the board only is left out. */
  onLeave?: () => void
}

/** Everything a drag or a key does with a card, for pointers and screen readers alike. */
export function CardMenu({ card, onLeave }: Props) {
  const { t } = useTranslation('boards')
  const { openCard, askWhere, editable } = useDesk()
  const archive = useArchiveCard()
  const title = card.title || t('card.untitled')
  const canMove = editable && card.archivedAt === null && !card.isTemplate
  const copyLink = useCopyLink()
  return (
    <MenuTrigger>
      <IconButton size="small" label={t('card.menu', { title })}>
        <MoreHorizontal aria-hidden size={16} />
      </IconButton>
      <Menu placement={onLeave ? 'bottom end' : 'bottom start'}>
        {!onLeave && (
          <MenuItem icon={<PanelRightOpen size={16} />} onAction={() => openCard(card.id)}>
            {t('card.open')}
          </MenuItem>
        )}
        {canMove && (
          <MenuItem
            icon={<ArrowRightLeft size={16} />}
            shortcut={['M']}
            onAction={() => askWhere(card.id)}
          >
            {t('card.move')}
          </MenuItem>
        )}
        {canMove && !onLeave && <ChooseItem id={card.id} />}
        {editable && !card.isTemplate && <CopyItems card={card} />}
        <MenuItem
          icon={<Link size={16} />}
          shortcut={['Shift', 'C']}
          onAction={() => copyLink(card.id)}
        >
          {t('card.copyLink')}
        </MenuItem>
        {canMove && (
          <MenuItem
            icon={<Archive size={16} />}
            shortcut={['Del']}
            onAction={() => {
              onLeave?.()
              archive(card.id)
            }}
          >
            {t('card.archive')}
          </MenuItem>
        )}
      </Menu>
    </MenuTrigger>
  )
}

function CopyItems({ card }: { card: Card }) {
  const { t } = useTranslation('card')
  const copy = useCopyCard()
  const saveAsTemplate = useSaveAsTemplate()
  return (
    <>
      <MenuItem icon={<Copy size={16} />} onAction={() => copy(card)}>
        {t('copy.menu')}
      </MenuItem>
      <MenuItem icon={<LayoutTemplate size={16} />} onAction={() => saveAsTemplate(card)}>
        {t('template.save')}
      </MenuItem>
    </>
  )
}
