import type { Card } from '@atelier/shared/boards/card'
import {
  type RefCallback,
  startTransition,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import { takeTurn } from '../ui/take-turns'
import { BoardOpens } from './first-sight'

/** More than any screen is high. */
const fewCards = 40

/** `picture`: its first cards, and no list yet; `few`: a list of those in view; `whole`: all, with their menus. */
type Stage = 'picture' | 'few' | 'whole'

/**
 * How far a list of cards is drawn. A long one comes in two steps; where a board opens, lists come after their
 * pictures, one at a time.
 */
export function useListStages(cards: readonly Card[], { hasPicture }: { hasPicture: boolean }) {
  const isOpening = use(BoardOpens)
  const [begins] = useState(() => isOpening.current && hasPicture && cards.length > 0)
  const [stage, setStage] = useState<Stage>(
    begins ? 'picture' : cards.length > fewCards ? 'few' : 'whole',
  )
  const [isCovered, setCovered] = useState(begins)
  useEffect(() => {
    if (stage === 'picture') return takeTurn(() => setStage('few'))
    if (stage === 'whole' || isCovered) return
    const goOn = () => startTransition(() => setStage('whole'))
    return begins ? takeTurn(goOn) : goOn()
  }, [begins, stage, isCovered])
  const first = useMemo(
    () => (stage === 'whole' ? cards : cards.slice(0, fewCards)),
    [stage, cards],
  )
  return { stage, first, isCovered: isCovered && cards.length > 0, place: useUncover(setCovered) }
}

/** For the element around the list: the picture goes as soon as the list has drawn a row, before anything is painted. */
function useUncover(setCovered: (isCovered: boolean) => void): RefCallback<HTMLElement> {
  return useCallback(
    (place) => {
      if (!place) return
      const uncover = () => {
        if (!place.querySelector('[role="row"][data-key]')) return
        drawn.disconnect()
        flushSync(() => setCovered(false))
      }
      const drawn = new MutationObserver(uncover)
      drawn.observe(place, { subtree: true, childList: true })
      return () => drawn.disconnect()
    },
    [setCovered],
  )
}
