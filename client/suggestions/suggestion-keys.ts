/** The keys of suggestions, as the sheet and the menus draw them. */
export const modeKeys = ['Mod', 'Alt', 'S']

export type KeyDeed = 'mode' | 'next' | 'previous' | 'accept' | 'refuse' | 'acceptAll' | 'refuseAll'

const deeds: Record<string, KeyDeed> = {
  KeyS: 'mode',
  KeyJ: 'next',
  KeyK: 'previous',
  KeyA: 'accept',
  KeyR: 'refuse',
}

const withShift: Record<string, KeyDeed> = { KeyA: 'acceptAll', KeyR: 'refuseAll' }

export function deedOf(event: KeyboardEvent): KeyDeed | null {
  const isOurs = (event.ctrlKey || event.metaKey) && event.altKey
  // On many keyboards the right Alt key writes other letters, and says it is both.
  if (!isOurs || event.getModifierState('AltGraph')) return null
  return (event.shiftKey ? withShift : deeds)[event.code] ?? null
}
