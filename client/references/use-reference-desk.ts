import { useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveQuery } from '../api/use-live-query'
import { localeOf } from '../i18n/i18n'
import { askRoomPage } from '../projects/project-records'
import type { Place } from './reference-address'
import type { ReferenceDesk } from './reference-desk'

/** One object for as long as the text is on screen, always up to date: chips keep hold of it. */
export function useReferenceDesk(): ReferenceDesk {
  const queries = useQueryClient()
  const router = useRouter()
  const { t, i18n } = useTranslation('references')
  const projectId = useProjectHere()
  const now: ReferenceDesk = {
    queries,
    projectId,
    locale: localeOf(i18n.language),
    words: {
      untitled: (kind) => t(`untitled.${kind}`),
      noAccess: t('noAccess'),
      archived: t('archived'),
    },
    follow: (place) => void router.navigate(routeTo(place)),
  }
  const [desk] = useState(now)
  useLayoutEffect(() => {
    Object.assign(desk, now)
  })
  return desk
}

const routeTo = (place: Place) =>
  place.kind === 'doc'
    ? ({ to: '/docs/$docId', params: { docId: place.id } } as const)
    : ({
        to: '/boards/$boardId',
        params: { boardId: place.kind === 'card' ? place.boardId : place.id },
        search: place.kind === 'card' ? { card: place.id } : {},
      } as const)

/** Of the doc or the board at this address, whatever text of it this is. */
function useProjectHere(): string | undefined {
  const { docId, boardId } = useParams({ strict: false })
  const id = docId ?? boardId ?? ''
  const kind = docId === undefined ? 'board' : 'doc'
  const { data } = useLiveQuery(['room', id], () => askRoomPage(kind, id), id !== '')
  // Who may read a doc, but not its project, is told no title of it.
  return data?.project.title ? data.project.id : undefined
}
