import type { DocRole } from '@atelier/shared/access/roles'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import type { LiveKey } from '../api/live-keys'
import { useChange } from '../api/use-change'
import { toast } from '../ui/toast'

type Granted = { id: string; name: string; role: DocRole }

/** Letting people into one doc and out again; out can be undone. */
export function useDocGrants(docId: string) {
  const { t } = useTranslation('organise')
  const renews: LiveKey[] = [['doc-access', docId], ['grants']]
  const path = (personId: string) => ({ id: docId, personId })
  const grants = api.docs[':id'].grants[':personId']
  const put = useChange(
    ({ id, role }: Pick<Granted, 'id' | 'role'>) =>
      ask(grants.$put({ param: path(id), json: { role } })),
    { renews },
  )
  const remove = useChange(
    async (person: Granted) => {
      await ask(grants.$delete({ param: path(person.id) }))
      return person
    },
    {
      renews,
      done: (person) =>
        toast({
          text: t('share.removed', { name: person.name }),
          action: { label: t('undo'), onPress: () => put.mutate(person) },
        }),
    },
  )
  return { put, remove }
}
