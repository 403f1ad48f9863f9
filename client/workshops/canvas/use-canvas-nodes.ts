import type { Wall } from '@atelier/shared/workshops/wall'
import { useMemo, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoteName } from '../wall/use-note-name'
import { createLayout, type Hand, type WallNode } from './canvas-nodes'

const coarse = window.matchMedia('(pointer: coarse)')
const watch = (listener: () => void) => {
  coarse.addEventListener('change', listener)
  return () => coarse.removeEventListener('change', listener)
}

export function useCanvasNodes(wall: Wall, hand: Hand, editable: boolean): WallNode[] {
  const { t } = useTranslation('workshop-wall')
  const name = useNoteName()
  const isCoarse = useSyncExternalStore(watch, () => coarse.matches)
  const [layout] = useState(createLayout)
  const look = useMemo(
    () => ({
      drags: editable ? (isCoarse ? ('chosen' as const) : ('all' as const)) : ('none' as const),
      nameOf: name.ofNote,
      groupNameOf: name.ofGroup,
      kind: { note: t('canvas.kindNote'), group: t('canvas.kindGroup') },
    }),
    [editable, isCoarse, name, t],
  )
  return useMemo(() => layout(wall, hand, look), [layout, wall, hand, look])
}
