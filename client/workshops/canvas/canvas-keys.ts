/** Keys of the canvas, and what each does to the note or group it is pressed on, or to all that are chosen. */
import type { KeyboardEvent } from 'react'
import type { Place } from './glide'

export type CanvasKey =
  | { act: 'nudge'; by: Place }
  | { act: 'pan'; by: Place }
  | { act: 'step'; back: boolean }
  | {
      act: 'write' | 'add' | 'group' | 'link' | 'duplicate' | 'remove' | 'raise' | 'menu' | 'choose'
    }
  | { act: 'enter' }
  | { act: 'undo' | 'redo' | 'zoomIn' | 'zoomOut' | 'zoomOne' | 'fit' | 'laser' | 'leave' | 'all' }

const arrows: Record<string, Place> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
const [near, far] = [8, 40]
/** Of the view, in pixels of the screen. */
const panSteps = 80

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** Null for keys that are not ours. `onNode`: whether it is pressed on a note or group. */
export function canvasKey(pressed: Pressed, onNode: boolean): CanvasKey | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = pressed
  if (altKey) return null
  if (ctrlKey || metaKey) return withCommand(key.toLowerCase(), shiftKey)
  return (onNode ? onNodeKey(key, shiftKey) : null) ?? anywhereKey(key)
}

function withCommand(key: string, shiftKey: boolean): CanvasKey | null {
  if (key === 'z') return { act: shiftKey ? 'redo' : 'undo' }
  if (key === 'y') return { act: 'redo' }
  if (key === 'd') return { act: 'duplicate' }
  if (key === 'a') return { act: 'all' }
  return null
}

function onNodeKey(key: string, shiftKey: boolean): CanvasKey | null {
  const way = arrows[key]
  const steps = shiftKey ? far : near
  if (way) return { act: 'nudge', by: { x: way.x * steps, y: way.y * steps } }
  if (key === 'F10' && shiftKey) return { act: 'menu' }
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'Tab':
      return { act: 'step', back: shiftKey }
    case 'Enter':
    case 'F2':
    case 'e':
      return { act: 'write' }
    case ' ':
    case 'x':
      return { act: 'choose' }
    case 'c':
      return { act: 'link' }
    case 'd':
      return { act: 'duplicate' }
    case 'f':
      return { act: 'raise' }
    case 'm':
    case 'ContextMenu':
      return { act: 'menu' }
    case 'Delete':
    case 'Backspace':
      return { act: 'remove' }
    default:
      return null
  }
}

function anywhereKey(key: string): CanvasKey | null {
  const way = arrows[key]
  if (way) return { act: 'pan', by: { x: way.x * panSteps, y: way.y * panSteps } }
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'Enter':
      return { act: 'enter' }
    case 'n':
      return { act: 'add' }
    case 'g':
      return { act: 'group' }
    case 'l':
      return { act: 'laser' }
    case '+':
    case '=':
      return { act: 'zoomIn' }
    case '-':
      return { act: 'zoomOut' }
    case '0':
      return { act: 'zoomOne' }
    case '1':
      return { act: 'fit' }
    case 'Escape':
      return { act: 'leave' }
    default:
      return null
  }
}
