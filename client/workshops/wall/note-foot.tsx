import type { Note } from '@atelier/shared/workshops/note'
import { Waypoints } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format'
import { useNoteName } from './use-note-name'
import { useWall } from './use-wall'
import { useWallDesk } from './wall-desk'

/** What a note or group is connected with, in words. */
export function LinkedWith({ id }: { id: string }) {
  const { room } = useWallDesk()
  const { t } = useTranslation('workshop-wall')
  const { list } = useFormat()
  const name = useNoteName()
  const wall = useWall(room)
  const others = wall.links.flatMap(({ from, to }) =>
    from === id ? [to] : to === id ? [from] : [],
  )
  if (others.length === 0) return null
  const notes = list(others.map((other) => t('note.quoted', { note: name.of(wall, other) })))
  return (
    <p className="wall-linked">
      <Waypoints size={13} aria-hidden />
      {t('note.linked', { count: others.length, notes })}
    </p>
  )
}

export function NoteFoot({ note, children }: { note: Note; children?: ReactNode }) {
  return (
    <>
      <LinkedWith id={note.id} />
      {children}
    </>
  )
}
