import type { ProjectRole } from '@atelier/shared/access/roles'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import type { LiveKey } from '../api/live-keys'
import { useChange } from '../api/use-change'
import { toast } from '../ui/toast'

type Member = { id: string; name: string; role: ProjectRole }

/** Adding, changing and taking out people of a project; taking out can be undone. */
export function useMemberChanges(projectId: string) {
  const { t } = useTranslation('project-members')
  const renews: LiveKey[] = [['project', projectId], ['projects'], ['grants']]
  const put = useChange(
    ({ id, role }: Pick<Member, 'id' | 'role'>) =>
      ask(
        api.projects[':id'].members[':personId'].$put({
          param: { id: projectId, personId: id },
          json: { role },
        }),
      ),
    { renews },
  )
  const remove = useChange(
    async (member: Member) => {
      const param = { id: projectId, personId: member.id }
      await ask(api.projects[':id'].members[':personId'].$delete({ param }))
      return member
    },
    {
      renews,
      done: (member) =>
        toast({
          text: t('removed', { name: member.name }),
          action: { label: t('undo'), onPress: () => put.mutate(member) },
        }),
    },
  )
  return { put, remove }
}
