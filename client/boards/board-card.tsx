import type { Card } from '@atelier/shared/boards/card'
import { GripVertical } from 'lucide-react'
import { createContext, memo, use } from 'react'
import { Button, ButtonContext } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/avatar'
import { useBoardPart, useDesk } from './board-context'
import { CardCover } from './card/card-cover'
import { CardFoot } from './card/card-foot'
import { useCardFaces } from './card-faces'
import { CardMenu } from './card-menu'
import { LabelChips } from './label-chips'
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
      {card.cover && <CardCover card={card} size="small" />}
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
      {editable && <ToolsOfCard card={card} />}
    </>
  )
})

/** What a card's row has beside the card: a menu costs half of what its card does, and comes after all cards. */
export const CardTools = createContext<'none' | 'grip' | 'all'>('all')

function ToolsOfCard({ card }: { card: Card }) {
  const tools = use(CardTools)
  if (tools === 'none') return null
  return (
    <div className="board-card-tools">
      <Button slot="drag" className="board-grip">
        <GripVertical aria-hidden size={14} />
      </Button>
      {tools === 'all' && (
        // What the list gives its buttons is another with every drawing of a row; this one takes none of it.
        <ButtonContext value={null}>
          <CardMenu card={card} />
        </ButtonContext>
      )}
    </div>
  )
}
