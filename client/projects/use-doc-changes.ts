import { useNavigate } from '@tanstack/react-router'
import { api, ask } from '../api/api'
import { useChange } from '../api/use-change'
import { binRenews, useBinChanges } from './use-bin-changes'

type Doc = { id: string; title: string }

/** What can be done with a whole doc wherever it is listed; what takes it away can be undone. */
export function useDocChanges(projectId: string) {
  const navigate = useNavigate()
  const renews = binRenews(projectId)
  const { restore, trash } = useBinChanges('doc', projectId)
  const duplicate = useChange(
    ({ id, under }: Doc & { under: boolean }) =>
      ask(api.docs[':id'].duplicate.$post({ param: { id }, json: { under } })),
    {
      renews,
      done: ({ id }) => navigate({ to: '/docs/$docId', params: { docId: id } }),
    },
  )
  const favour = useChange(
    ({ id, wanted }: { id: string; wanted: boolean }) => {
      const route = api.docs[':id'].favourite
      return wanted ? ask(route.$put({ param: { id } })) : ask(route.$delete({ param: { id } }))
    },
    { renews: [['my-docs']] },
  )
  return { restore, trash, duplicate, favour }
}
