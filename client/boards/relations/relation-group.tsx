import type { Card } from '@atelier/shared/boards/card'
import { isFinished } from '@atelier/shared/boards/finished'
import { Archive, CircleCheck, CircleDashed, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import { toast } from '../../ui/toast'
import { useBoardPart, useCard, useColumns, useDesk } from '../board-context'
import { othersOf, type RelationKind, relate, unrelate } from './relation-kinds'
import { useRelations } from './use-relations'

type Props = { card: Card; kind: RelationKind; onRemoved(): void }

/** All cards of one kind of relation, such as the parts. */
export function RelationGroup({ card, kind, onRemoved }: Props) {
  const { t } = useTranslation('learning')
  const others = othersOf(useRelations(), card.id, kind)
  return (
    <section className="relation-group" aria-label={t(`relations.${kind}`)}>
      <h4>
        {t(`relations.${kind}`)}
        {kind === 'parts' && <PartsDone ids={others} />}
      </h4>
      <ul>
        {others.map((id) => (
          <RelationRow key={id} card={card} kind={kind} id={id} onRemoved={onRemoved} />
        ))}
      </ul>
    </section>
  )
}

function PartsDone({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('learning')
  const done = useBoardPart(
    ({ cards, columns }) =>
      ids.filter((id) => {
        const card = cards.get(id)
        return card && isFinished(columns, card)
      }).length,
  )
  return (
    <>
      <span className="relation-count">{t('relations.progress', { done, total: ids.length })}</span>
      <span className="relation-bar" aria-hidden>
        <span style={{ inlineSize: `${(done / Math.max(1, ids.length)) * 100}%` }} />
      </span>
    </>
  )
}

function RelationRow({ card, kind, id, onRemoved }: Props & { id: string }) {
  const { t } = useTranslation('learning')
  const { editable, openCard } = useDesk()
  const other = useCard(id)
  const remove = useRemoveRelation(onRemoved)
  if (!other) return null
  const title = other.title || t('untitled')
  return (
    <li className="relation-row">
      <Button className="relation-link" onPress={() => openCard(id)}>
        <RelationState card={other}>
          <span className="relation-title" dir="auto">
            {title}
          </span>
        </RelationState>
      </Button>
      {editable && (
        <IconButton
          size="small"
          label={t('relations.remove', { title })}
          onPress={() => remove(kind, card, other)}
        >
          <X aria-hidden size={14} />
        </IconButton>
      )}
    </li>
  )
}

/** Where the other card is, in a picture before its title and a word behind it. */
function RelationState({ card, children }: { card: Card; children: ReactNode }) {
  const { t } = useTranslation('learning')
  const columns = useColumns()
  const column = columns.find(({ id }) => id === card.column)?.name || t('unnamed')
  const isDone = isFinished(columns, card)
  const Icon = card.archivedAt !== null ? Archive : isDone ? CircleCheck : CircleDashed
  return (
    <>
      <Icon aria-hidden size={15} className="relation-icon" data-done={isDone} />
      {children}
      <span className="relation-where" dir="auto">
        {card.archivedAt !== null ? t('relations.archived') : column}
        {isDone && card.archivedAt === null && (
          <span className="sr-only">{`, ${t('relations.done')}`}</span>
        )}
      </span>
    </>
  )
}

/** Takes a relation away, and offers it back. */
function useRemoveRelation(onRemoved: () => void) {
  const { t } = useTranslation('learning')
  const { room } = useDesk()
  return (kind: RelationKind, card: Card, other: Card) => {
    unrelate(room.doc, kind, card.id, other.id)
    onRemoved()
    toast({
      text: t('relations.removed', { title: other.title || t('untitled') }),
      action: {
        label: t('relations.undo'),
        onPress: () => relate(room.doc, kind, card.id, other.id),
      },
    })
  }
}
