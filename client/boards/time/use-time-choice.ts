import { type SyntheticEvent, useMemo } from 'react'
import { useDesk } from '../board-context'
import { cardUnder } from '../card-in-front'
import { useTimeDesk } from './time-context'

type Press = SyntheticEvent<HTMLElement, MouseEvent>

/** Clicks with Ctrl, Cmd or Shift choose cards instead of opening or dragging them. */
export function useTimeChoice() {
  const { selection, editable } = useDesk()
  const { stretch } = useTimeDesk()
  return useMemo(() => {
    const press = (event: Press, act: (id: string, isStretch: boolean) => void) => {
      const { ctrlKey, metaKey, shiftKey, button } = event.nativeEvent
      const id = cardUnder(event.target)
      if (!editable || id === null || button !== 0 || isMenu(event.target)) return
      if (!ctrlKey && !metaKey && !shiftKey) return
      event.stopPropagation()
      act(id, shiftKey)
    }
    const choose = (id: string, isStretch: boolean) => {
      if (isStretch) stretch(cardUnder(document.activeElement) ?? id, id)
      else selection.toggle(id)
    }
    return {
      onPointerDownCapture: (event: Press) => press(event, choose),
      onMouseDownCapture: (event: Press) => press(event, () => event.preventDefault()),
      onClickCapture: (event: Press) => press(event, nothing),
    }
  }, [selection, editable, stretch])
}

const nothing = () => undefined

const isMenu = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.closest('.time-more') !== null
