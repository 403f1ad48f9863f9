import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useCard, useDesk } from './board-context'
import { useChosen } from './card-selection'
import type { TouchDrag } from './use-touch-drag'

/** The card under the finger, and the line where it would land. */
export function TouchDragLayer({ drag }: { drag: TouchDrag }) {
  const { t } = useTranslation('boards')
  const { t: more } = useTranslation('board-columns')
  const { selection } = useDesk()
  const card = useCard(drag.id)
  const chosen = useChosen(selection)
  const count = chosen.has(drag.id) ? chosen.size : 1
  return createPortal(
    <div className="board-touch-drag" aria-hidden>
      {drag.place && <div className="board-touch-line" style={drag.place.line} />}
      <div
        className="board-drag-preview"
        data-many={count > 1 || undefined}
        style={{ transform: `translate(${previewLeft(drag.x)}px, ${drag.y - 56}px) rotate(2deg)` }}
      >
        {count > 1 ? more('held', { count }) : card?.title || t('card.untitled')}
      </div>
    </div>,
    document.body,
  )
}

/** On a narrow screen the preview stays whole. */
const previewLeft = (x: number) => Math.max(8, Math.min(x - 40, window.innerWidth - 256))
