import type { Card } from '@atelier/shared/boards/card'
import { noLearning } from '@atelier/shared/boards/learning'
import { AlignLeft, GripVertical } from 'lucide-react'
import { memo } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/avatar'
import { useBoardPart, useDesk } from './board-context'
import { useCardFaces } from './card-faces'
import { CardMenu } from './card-menu'
import { DueChip } from './due-chip'
import { LabelChips } from './label-chips'
import { LearningMark } from './learning/learning-mark'
import { WaitMark, WholeMark } from './relations/relation-marks'
import './board-card.css'

/** What a card shows on the board; the row around it belongs to the column's list. */
export const BoardCard = memo(function BoardCard({ card }: { card: Card }) {
  const { t } = useTranslation('boards')
  const { editable } = useDesk()
  const labels = useBoardPart((board) => board.labels)
  const faces = useCardFaces(card.id)
  return (
    <>
      <LabelChips labels={labels.filter((label) => card.labels.includes(label.id))} />
      <WholeMark card={card} />
      <p className="board-card-title" dir="auto">
        {card.title || t('card.untitled')}
      </p>
      <WaitMark card={card} />
      <CardFoot card={card} />
      {faces.length > 0 && (
        <div className="board-card-faces">
          <span className="sr-only">
            {t('card.openBy', { names: faces.map((face) => face.name).join(', ') })}
          </span>
          {faces.slice(0, 3).map((face) => (
            <Avatar key={face.id} name={face.name} colour={face.colour} size="tiny" here />
          ))}
        </div>
      )}
      {editable && (
        <div className="board-card-tools">
          <Button slot="drag" className="board-grip">
            <GripVertical aria-hidden size={14} />
          </Button>
          <CardMenu card={card} />
        </div>
      )}
    </>
  )
})

function CardFoot({ card }: { card: Card }) {
  const { t } = useTranslation('boards')
  const { people } = useDesk()
  const assignees = card.assignees.flatMap((id) => people.get(id) ?? [])
  const isBare = !card.due && !card.hasDescription && card.learning === noLearning
  if (isBare && assignees.length === 0) return null
  return (
    <div className="board-card-foot">
      {card.due && <DueChip due={card.due} />}
      {card.hasDescription && (
        <span className="board-card-hint">
          <AlignLeft aria-hidden size={14} />
          <span className="sr-only">{t('card.hasDescription')}</span>
        </span>
      )}
      <LearningMark card={card} />
      {assignees.length > 0 && (
        <span className="board-card-assignee">
          <span className="sr-only">
            {`${t('card.assignedTo')} ${assignees.map(({ name }) => name).join(', ')}`}
          </span>
          {assignees.slice(0, 3).map(({ id, name, colour }) => (
            <Avatar key={id} name={name} colour={colour} size="small" />
          ))}
        </span>
      )}
    </div>
  )
}
