import type { Note } from '@atelier/shared/workshops/note'
import type { Wall } from '@atelier/shared/workshops/wall'
import { Waypoints } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format'
import { useNoteName } from './use-note-name'
import { useWall, useWallPart } from './use-wall'
import { useWallDesk } from './wall-desk'

const linksOf = ({ links }: Wall) => links

/** What a note or group is connected with, in words. Most are with nothing, and do not watch the others. */
export function LinkedWith({ id }: { id: string }) {
  const { room } = useWallDesk()
  const links = useWallPart(room, linksOf)
  const others = links.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))
  return others.length > 0 && <Others others={others} />
}

function Others({ others }: { others: readonly string[] }) {
  const { room } = useWallDesk()
  const { t } = useTranslation('workshop-wall')
  const { list } = useFormat()
  const name = useNoteName()
  const wall = useWall(room)
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
