import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import type { LiveKey } from '../api/live-keys'
import { useChange } from '../api/use-change'
import { toast } from '../ui/toast'

type Doc = { id: string; title: string }

/** What can be done with a whole doc wherever it is listed; what takes it away can be undone. */
export function useDocChanges(projectId: string) {
  const { t } = useTranslation('organise')
  const navigate = useNavigate()
  const renews: LiveKey[] = [['project', projectId], ['projects'], ['bin', projectId], ['my-docs']]
  const restore = useChange(
    async (doc: Doc) => {
      await ask(api.docs[':id'].restore.$post({ param: { id: doc.id } }))
      return doc
    },
    { renews, done: (doc) => toast({ text: t('bin.restored', { title: nameOf(doc) }) }) },
  )
  const trash = useChange(
    async (doc: Doc) => {
      await ask(api.docs[':id'].trash.$post({ param: { id: doc.id } }))
      return doc
    },
    {
      renews,
      done: (doc) =>
        toast({
          text: t('bin.gone', { title: nameOf(doc) }),
          action: { label: t('undo'), onPress: () => restore.mutate(doc) },
        }),
    },
  )
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
  const nameOf = ({ title }: Doc) => title || t('untitled')
  return { restore, trash, duplicate, favour }
}
