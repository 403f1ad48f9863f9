import type { Note } from '@atelier/shared/workshops/note'
import type { Group, Wall } from '@atelier/shared/workshops/wall'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

const mostLetters = 48

const short = (text: string) => {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length > mostLetters ? `${line.slice(0, mostLetters).trimEnd()}…` : line
}

/** How notes and groups are called in menus, windows and what is said: by their first words. */
export function useNoteName() {
  const { t } = useTranslation('workshop-wall')
  return useMemo(() => {
    const ofNote = (note: Pick<Note, 'text' | 'drawing'> | undefined) =>
      short(note?.text ?? '') || t(note?.drawing.length ? 'note.drawn' : 'note.empty')
    const ofGroup = (group: Pick<Group, 'title'>) => short(group.title) || t('group.untitled')
    const of = (wall: Wall, id: string) => {
      const group = wall.groups.find((one) => one.id === id)
      return group ? ofGroup(group) : ofNote(wall.byId.get(id))
    }
    return { ofNote, ofGroup, of }
  }, [t])
}
