/** Short words after something happened, with a way back. Drawn by ToastRegion. */
import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components/Toast'

export type ToastWords = {
  text: string
  tone?: 'plain' | 'danger'
  /** Drawn as a button; the toast closes when pressed. */
  action?: { label: string; onPress: () => void }
}

export const toastQueue = new ToastQueue<ToastWords>({ maxVisibleToasts: 3 })

/** Shows it for 6 s, or 12 s with an action; hovering or focusing holds it. Returns its key. */
export const toast = (words: ToastWords): string =>
  toastQueue.add(words, { timeout: words.action ? 12_000 : 6_000 })
