import type { Column } from '@atelier/shared/boards/board'
import { LayoutTemplate, Settings2 } from 'lucide-react'
import { useState } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu'
import { useBoardPart, useDesk } from '../board-context'
import { type LanePlace, laneMove } from '../lanes/lane-place'
import { useMoveCard } from '../use-move-card'
import { TemplatesDialog } from './templates-dialog'
import { useCardFromTemplate } from './use-templates'

/** Beside "Add card", once the board has a template: a card of one, and a way to look after them. */
export function TemplateMenu({ column, lane = null }: { column: Column; lane?: LanePlace | null }) {
  const { t } = useTranslation(['card', 'boards'])
  const { openCard } = useDesk()
  const templates = useBoardPart((board) => board.templates)
  const make = useCardFromTemplate()
  const move = useMoveCard()
  const [managing, setManaging] = useState(false)
  if (templates.length === 0) return null
  const name = column.name || t('boards:column.unnamed')
  return (
    <>
      <MenuTrigger>
        <IconButton size="small" label={t('template.add', { column: name })}>
          <LayoutTemplate aria-hidden size={16} />
        </IconButton>
        <Menu placement="top end">
          {templates.map((template) => (
            <MenuItem
              key={template.id}
              textValue={template.title}
              onAction={() => {
                const made = make(template, column)
                if (made === null) return
                const into = laneMove(lane, null)
                if (into) move(made, { column: column.id, spot: 'end', lane: into })
                openCard(made)
              }}
            >
              <span dir="auto" className="line-clamp-2 max-w-64 break-words">
                {template.title || t('boards:card.untitled')}
              </span>
            </MenuItem>
          ))}
          <MenuSeparator />
          <MenuItem icon={<Settings2 size={16} />} onAction={() => setManaging(true)}>
            {t('template.manage')}
          </MenuItem>
        </Menu>
      </MenuTrigger>
      {managing && <TemplatesDialog onClose={() => setManaging(false)} />}
    </>
  )
}
