import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../api/api'
import { useChange } from '../../api/use-change'
import { liveQuery } from '../../api/use-live-query'
import { toast } from '../../ui/toast'
import type { OwnNotes } from './wall-desk'

const one = api.workshops[':workshopId']

/** Which of the revealed notes are one's own, which nobody else learns, and a name put to them by choice. */
export function useOwnNotes(
  page: Pick<WorkshopPage, 'id' | 'me' | 'stages'>,
  editable: boolean,
): OwnNotes | null {
  const { t } = useTranslation('workshop-wall')
  const workshopId = page.id
  const isAsked =
    editable && page.me !== null && page.stages.some(({ revealedAt }) => revealedAt !== null)
  const { data } = useQuery({
    ...liveQuery(['workshop-notes', workshopId], () =>
      ask(one['my-notes'].$get({ param: { workshopId } })),
    ),
    enabled: isAsked,
  })
  const { mutate } = useChange(({ noteId, named }: { noteId: string; named: boolean }) =>
    ask(one.notes[':noteId'].name.$put({ param: { workshopId, noteId }, json: { named } })).then(
      () => toast({ text: t(named ? 'done.signed' : 'done.unsigned') }),
    ),
  )
  return useMemo(
    () =>
      isAsked && data
        ? { ids: new Set(data.ids), sign: (noteId, named) => mutate({ noteId, named }) }
        : null,
    [isAsked, data, mutate],
  )
}
