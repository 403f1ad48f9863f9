import { type ReactNode, useMemo, useRef, useState } from 'react'
import { LiveRegion, useAnnouncer } from '../../ui/announcer'
import { useWallUndo } from './use-wall-undo'
import { type OwnNotes, type WallDesk, WallDeskContext, type WallQuestion } from './wall-desk'
import { WallQuestions } from './wall-questions'

type Props = Pick<WallDesk, 'room' | 'stages' | 'editable'> & {
  kind?: WallDesk['kind']
  own?: OwnNotes | null
  children: ReactNode
}

/** Around a list, a pad or a canvas: menus, their windows, undo and what is said work inside. */
export function WallDeskProvider(props: Props) {
  const { room, stages, editable, kind = 'wall', own = null, children } = props
  const { announce, said } = useAnnouncer()
  const [question, ask] = useState<WallQuestion | null>(null)
  const undo = useWallUndo(room)
  const focusNext = useRef<string>(null)
  const desk = useMemo(
    () => ({ room, kind, stages, editable, own, undo, announce, ask, focusNext }),
    [room, kind, stages, editable, own, undo, announce],
  )
  return (
    <WallDeskContext value={desk}>
      {children}
      {question && <WallQuestions question={question} />}
      <LiveRegion said={said} />
    </WallDeskContext>
  )
}
