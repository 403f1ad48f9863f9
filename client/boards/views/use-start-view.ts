import { plainView } from '@atelier/shared/boards/view'
import { useEffect, useRef } from 'react'
import { useBoardView } from '../use-board-view'
import { isSameView } from '../view-address'
import { useSavedViews } from './view-records'

/** A board opened by its plain address shows what this person chose to start with, if they did; once. */
export function useStartView(boardId: string): void {
  const { view, changeView } = useBoardView()
  const saved = useSavedViews(boardId)
  const isPlain = isSameView(view, plainView)
  const isDecided = useRef(false)
  useEffect(() => {
    if (isDecided.current || (isPlain && !saved)) return
    isDecided.current = true
    const start = isPlain && saved?.find(({ isStart }) => isStart)
    if (start) changeView(start.view, 'in-place')
  }, [isPlain, saved, changeView])
}
