import type { SessionAnswer } from '@atelier/shared/people/session'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { stopLeaving } from '../access/leaving'
import { sessionQuery } from '../access/session'

/** Lets the freshly signed-in person in: nothing of whoever was here before is kept. */
export function useComeIn(to: string) {
  const queries = useQueryClient()
  const router = useRouter()
  return async (answer: SessionAnswer): Promise<void> => {
    stopLeaving()
    queries.clear()
    queries.setQueryData(sessionQuery.queryKey, answer)
    await router.navigate({ href: to, replace: true })
  }
}
