import type { Card } from '@atelier/shared/boards/card'
import { createContext } from 'react'
import { BoardCard, CardTools } from './board-card'
import { useDesk } from './board-context'
import './first-sight.css'

/** Whether the board is being drawn for the first time. */
export const BoardOpens = createContext<{ readonly current: boolean }>({ current: false })

/** No card is lower than this, gap and all. */
const leastCardPixels = 50

/**
 * The first cards of a list as it will be: on screen with the board around them, while the list that one can
 * drag in, walk through and choose from still measures itself under it. It takes a click, as cards do.
 */
export function FirstSight({ cards }: { cards: readonly Card[] }) {
  const { openCard } = useDesk()
  const inView = cards.slice(0, Math.ceil(window.innerHeight / leastCardPixels))
  return (
    <div className="board-first-sight" aria-hidden>
      <CardTools value="none">
        {inView.map((card) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: for a moment; the list is what keys and screen readers are given.
          // biome-ignore lint/a11y/useKeyWithClickEvents: as above.
          <div
            key={card.id}
            data-key={card.id}
            className="board-card"
            onClick={() => openCard(card.id)}
          >
            <BoardCard card={card} />
          </div>
        ))}
      </CardTools>
    </div>
  )
}
