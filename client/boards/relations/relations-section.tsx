import type { Card } from '@atelier/shared/boards/card'
import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { MenuTrigger } from 'react-aria-components'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { Menu, MenuItem } from '../../ui/menu'
import { useDesk } from '../board-context'
import { CardSection } from '../card/card-section'
import { CircleNote } from './circle-note'
import { RelationGroup } from './relation-group'
import { othersOf, type RelationKind, relationKinds } from './relation-kinds'
import { RelationSearch } from './relation-search'
import { useRelations } from './use-relations'
import './relations.css'

/** How the card hangs together with others of the board; nothing for readers where it does not. */
export function RelationsSection({ card }: { card: Card }) {
  const { t } = useTranslation('learning')
  const { editable } = useDesk()
  const relations = useRelations()
  const [adding, setAdding] = useState<RelationKind | null>(null)
  const section = useRef<HTMLDivElement>(null)
  const shown = relationKinds.filter((kind) => othersOf(relations, card.id, kind).length > 0)
  const ring = relations.circles.find((ids) => ids.includes(card.id))
  const done = () => {
    flushSync(() => setAdding(null))
    section.current?.querySelector<HTMLElement>('.relation-add')?.focus()
  }
  if (!editable && shown.length === 0 && !ring) return null
  return (
    <div ref={section}>
      <CardSection
        title={t('relations.title')}
        className="relations"
        tools={editable && <AddRelation onChoose={setAdding} />}
      >
        {ring && <CircleNote card={card} ring={ring} />}
        {shown.map((kind) => (
          <RelationGroup key={kind} card={card} kind={kind} onRemoved={done} />
        ))}
        {adding && <RelationSearch key={adding} card={card} kind={adding} onDone={done} />}
      </CardSection>
    </div>
  )
}

function AddRelation({ onChoose }: { onChoose(kind: RelationKind): void }) {
  const { t } = useTranslation('learning')
  return (
    <MenuTrigger>
      <Button
        tone="quiet"
        size="small"
        className="relation-add"
        icon={<Plus aria-hidden size={15} />}
      >
        {t('relations.add')}
      </Button>
      <Menu onAction={(kind) => onChoose(kind as RelationKind)}>
        {relationKinds.map((kind) => (
          <MenuItem key={kind} id={kind}>
            {t(`relations.${kind}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}
