import type { AgendaItem, Mentoring, PutAgendaItem } from '@atelier/shared/mentorships/mentoring'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { mentoringKey } from '../../api/mentorship-records'
import { useRefusalText } from '../../ui/refusal-text'
import { toast } from '../../ui/toast'
import { mentoringRequests } from '../mentoring-requests'

type Put = Omit<PutAgendaItem, 'after'> & {
  id: string
  after?: string | null
  /** Said once the server knows. */
  said?: string
}

/**
 * Changes an item of the agenda, or where it stands: shown at once, and as it was again where the server refuses. One
 * goes after the other, and only after the last one is asked what is true.
 */
export function usePutItem(mentorshipId: string, announce: (words: string) => void) {
  const queries = useQueryClient()
  const refusalText = useRefusalText()
  const queryKey = mentoringKey(mentorshipId)
  const mutationKey = ['put-agenda-item', mentorshipId]
  const { mutate } = useMutation({
    mutationKey,
    scope: { id: mutationKey.join(' ') },
    mutationFn: ({ said: _, ...item }: Put) => mentoringRequests(mentorshipId).putItem(item),
    async onMutate(item) {
      await queries.cancelQueries({ queryKey })
      queries.setQueryData<Mentoring>(
        queryKey,
        (known) => known && { ...known, agenda: withItem(known.agenda, item) },
      )
    },
    onSuccess: (_, { said }) => said && announce(said),
    onError: (error) => toast({ text: refusalText(error), tone: 'danger' }),
    onSettled() {
      if (queries.isMutating({ mutationKey }) === 1) void queries.invalidateQueries({ queryKey })
    },
  })
  return mutate
}

/** The agenda with this item as it will be. */
export function withItem(agenda: readonly AgendaItem[], put: Put): AgendaItem[] {
  const { id, words, sessionId, isDone, after } = put
  const changed = (item: AgendaItem): AgendaItem => ({ ...item, words, sessionId, isDone })
  if (after === undefined) return agenda.map((item) => (item.id === id ? changed(item) : item))
  const others = agenda.filter((item) => item.id !== id)
  const own = agenda.filter((item) => item.id === id).map(changed)
  const to = after === null ? 0 : others.findIndex((item) => item.id === after) + 1
  return [...others.slice(0, to), ...own, ...others.slice(to)]
}

/** Puts one at another place among those that are shown together. */
export function useMoveItem(
  mentorshipId: string,
  among: readonly AgendaItem[],
  announce: (words: string) => void,
): (id: string, to: number) => void {
  const { t } = useTranslation('mentorships')
  const put = usePutItem(mentorshipId, announce)
  return (id, to) => {
    const item = among.find((one) => one.id === id)
    if (!item || to < 0 || to >= among.length || among[to] === item) return
    const others = among.filter((one) => one.id !== id)
    const said = t('agenda.moved', { item: item.words, place: to + 1, count: among.length })
    const { words, sessionId, isDone } = item
    put({ id, words, sessionId, isDone, after: others[to - 1]?.id ?? null, said })
  }
}
