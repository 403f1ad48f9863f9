import type { Language } from '../people/choices'

/** The columns of a new board: content, in its maker's language, to be renamed at will. In the last, cards are finished. */
export const firstColumns: Record<Language, string[]> = {
  en: ['To do', 'In progress', 'Done'],
  de: ['Zu tun', 'In Arbeit', 'Erledigt'],
}
