import type { Card } from '@atelier/shared/boards/card'
import type { BoardView, ViewKind } from '@atelier/shared/boards/view'
import {
  Archive,
  ArrowRightLeft,
  CalendarDays,
  CalendarPlus,
  Copy,
  Gauge,
  Link,
  PanelRightOpen,
  Pencil,
  SquareCheck,
  Tag,
  UserPlus,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Command } from '../shell/screen-commands'
import { useDesk } from './board-context'
import { type CommandIcon, oneCommand, those } from './one-command'
import type { QuickEdit } from './quick-edit'
import { useArchiveCard } from './use-archive-card'
import { useCopyCard } from './use-copy-card'
import { useCopyLink } from './use-copy-link'

type Deeds = { opened: string | null; view: BoardView; edit(edit: QuickEdit): void }

/** What can be done with the card in front, or with all that are chosen. */
export function useCardDeeds({ opened, view, edit }: Deeds) {
  const { t } = useTranslation('board-commands')
  const { openCard, askWhere, selection, editable } = useDesk()
  const facts = useFactDeeds(edit)
  const archive = useArchiveCard()
  const copy = useCopyCard()
  const link = useCopyLink()
  return (card: Card, ids: readonly string[]): Command[] => {
    const { id } = card
    const { kind } = view
    const isOne = ids.length === 1
    const isOnBoard = opened === null
    const isThere = editable && card.archivedAt === null && !card.isTemplate
    const putAway = () => {
      if (!isOnBoard) openCard(null)
      archive(ids)
    }
    const [open, move, copied] = [t('card.open'), t('card.move'), t('card.copy')]
    const [linked, choose, away] = [t('card.copyLink'), t('card.choose'), t('card.archive')]
    return those([
      [
        isOne && isOnBoard,
        oneCommand('open', open, PanelRightOpen, () => openCard(id), 'open', kind),
      ],
      ...facts(kind, id, ids).map((one) => [editable, one] as const),
      [isThere, oneCommand('move', move, ArrowRightLeft, () => askWhere(id), 'move', kind)],
      [isThere && isOne, oneCommand('copy', copied, Copy, () => copy(id), 'copy', kind)],
      [isOne, oneCommand('link', linked, Link, () => void link(id), 'copyLink', kind)],
      [
        isThere && isOne && isOnBoard,
        oneCommand('choose', choose, SquareCheck, () => selection.toggle(id), 'choose', kind),
      ],
      [isThere, oneCommand('archive', away, Archive, putAway, 'archive', kind)],
    ])
  }
}

const facts = [
  ['title', 'rename', Pencil],
  ['assignees', 'assignees', UserPlus],
  ['labels', 'labels', Tag],
  ['start', 'start', CalendarPlus],
  ['due', 'due', CalendarDays],
  ['estimate', 'estimate', Gauge],
] as const satisfies readonly (readonly [QuickEdit['what'], string, CommandIcon])[]

function useFactDeeds(edit: Deeds['edit']) {
  const { t } = useTranslation('board-commands')
  return (kind: ViewKind, id: string, ids: readonly string[]): Command[] =>
    facts
      .filter(([what]) => what !== 'title' || ids.length === 1)
      .map(([what, key, Icon]) =>
        oneCommand(what, t(`card.${what}`), Icon, () => edit({ id, what, ids }), key, kind),
      )
}
