import { Archive, ArrowRightLeft, Copy, X } from 'lucide-react'
import { useDeferredValue } from 'react'
import { Toolbar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { copyText } from '../ui/copy-text'
import { IconButton } from '../ui/icon-button'
import { toast } from '../ui/toast'
import { useColumns, useDesk } from './board-context'
import { inBoardOrder, useChosen } from './card-selection'
import { BarButton } from './selection-button'
import { DayOfMany, EstimateOfMany } from './selection-fields'
import { LabelsOfMany, OutcomesOfMany, PeopleOfMany } from './selection-menus'
import { useArchiveCard } from './use-archive-card'
import './selection-bar.css'

/** What can be done with all chosen cards at once; each is one edit, and one step of undo. */
export function SelectionBar() {
  const { t } = useTranslation('board-columns')
  const { selection, editable } = useDesk()
  const columns = useColumns()
  // A card that is let go is chosen: first it is drawn where it lies now, then the bar.
  const chosen = useDeferredValue(useChosen(selection))
  if (chosen.size === 0 || !editable) return null
  const ids = inBoardOrder(columns, chosen)
  return (
    <Toolbar className="board-chosen" aria-label={t('chosen.bar')}>
      <span className="board-chosen-count">{t('chosen.count', { count: ids.length })}</span>
      <BarActs ids={ids} />
      <IconButton size="small" label={t('chosen.clear')} onPress={() => selection.clear()}>
        <X aria-hidden size={16} />
      </IconButton>
    </Toolbar>
  )
}

function BarActs({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('board-columns')
  const { store, askWhere } = useDesk()
  const archive = useArchiveCard()
  const copy = async () => {
    const { cards } = store.read()
    const titles = ids.map((id) => cards.get(id)?.title ?? '').join('\n')
    toast({ text: (await copyText(titles)) ? t('chosen.copied', { count: ids.length }) : titles })
  }
  return (
    <>
      <BarButton
        icon={ArrowRightLeft}
        words={t('chosen.move')}
        onPress={() => askWhere(ids[0] ?? '')}
      />
      <PeopleOfMany ids={ids} />
      <LabelsOfMany ids={ids} />
      <OutcomesOfMany ids={ids} />
      <DayOfMany ids={ids} of="start" />
      <DayOfMany ids={ids} of="due" />
      <EstimateOfMany ids={ids} />
      <BarButton icon={Copy} words={t('chosen.copy')} onPress={copy} />
      <BarButton icon={Archive} words={t('chosen.archive')} onPress={() => archive(ids)} />
    </>
  )
}
