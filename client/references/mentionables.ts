import type { Mentionables } from '@atelier/shared/references/reference'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ask } from '../api/api'

const nothing: Mentionables = { people: [], docs: [], boards: [], cards: [] }

/** What of a project, and beyond it, is called like `query`; the last finds until the next are here. */
export function useMentionables(projectId: string | undefined, query: string) {
  const q = query.trim()
  const { data, isFetching, isPlaceholderData } = useQuery({
    queryKey: ['mentionables', projectId ?? '', q],
    queryFn: (): Promise<Mentionables> =>
      ask(api.projects[':id'].mentionables.$get({ param: { id: projectId ?? '' }, query: { q } })),
    enabled: projectId !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
  return { found: data ?? nothing, isLoading: isFetching && (isPlaceholderData || !data) }
}
