import type { Awareness } from 'y-protocols/awareness'

type Change = { added: number[]; updated: number[]; removed: number[] }
type Listener = (change: Change, origin: unknown) => void

/**
 * The presence as the plugin for carets should see it. It tells of others only: one's own caret
 * draws nothing, and moves with every letter. And what is said again is not sent again: the plugin
 * repeats one's caret for every word of others, so that ten who write would make each other send a
 * hundred times what each of them types.
 */
export function quietAwareness(awareness: Awareness): Awareness {
  const heard = new Map<Listener, Listener>()
  return Object.assign(Object.create(awareness) as Awareness, {
    on(event: 'change', listener: Listener) {
      const listen: Listener = (change, origin) => {
        const { added, updated, removed } = change
        const isOwn = (client: number) => client === awareness.clientID
        if (![...added, ...updated, ...removed].every(isOwn)) listener(change, origin)
      }
      heard.set(listener, listen)
      awareness.on(event, listen)
    },
    off(event: 'change', listener: Listener) {
      const listen = heard.get(listener)
      if (listen) awareness.off(event, listen)
      heard.delete(listener)
    },
    setLocalStateField(field: string, value: unknown) {
      const before = awareness.getLocalState()?.[field]
      if (JSON.stringify(before) !== JSON.stringify(value))
        awareness.setLocalStateField(field, value)
    },
  })
}
