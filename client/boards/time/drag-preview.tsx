import type { Span } from '@atelier/shared/boards/span'
import { useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useCard, useDesk } from '../board-context'
import { useChosen } from '../card-selection'
import { useDayWords } from './day-words'

/**
 * A card in somebody's hand, and the days it would get; null where it cannot be put down. Held as a whole, not by an
 * end, it takes along what is chosen with it.
 */
export type TimeDrag = { id: string; isWhole: boolean; span: Span | null; x: number; y: number }

/** The card under the pointer. It follows by itself, so that nothing else is drawn again. */
export function DragPreview({ drag }: { drag: TimeDrag }) {
  const { t } = useTranslation('board-time')
  const words = useDayWords()
  const card = useCard(drag.id)
  const chosen = useChosen(useDesk().selection)
  const more = drag.isWhole && chosen.has(drag.id) ? chosen.size - 1 : 0
  const preview = useRef<HTMLDivElement>(null)
  const start = useRef(drag)
  useLayoutEffect(() => {
    const place = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
      const x = Math.max(8, Math.min(clientX + 12, window.innerWidth - 248))
      preview.current?.style.setProperty('transform', `translate(${x}px, ${clientY + 14}px)`)
    }
    place({ clientX: start.current.x, clientY: start.current.y })
    window.addEventListener('pointermove', place)
    return () => window.removeEventListener('pointermove', place)
  }, [])
  return createPortal(
    <div ref={preview} className="time-preview" aria-hidden>
      <b dir="auto">{card?.title || t('untitled')}</b>
      {drag.span && <span>{words.range(drag.span)}</span>}
      {more > 0 && <span>{t('moved.along', { count: more })}</span>}
    </div>,
    document.body,
  )
}
