import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import type { LiveKey } from '../api/live-keys'
import { useChange } from '../api/use-change'
import { toast } from '../ui/toast'

/** Archiving is a press, and undone by another. */
export function useArchive(projectId: string) {
  const { t } = useTranslation('projects')
  const param = { id: projectId }
  const renews: LiveKey[] = [['project', projectId], ['projects'], ['grants']]
  const restore = useChange(() => ask(api.projects[':id'].restore.$post({ param })), {
    renews,
    done: () => toast({ text: t('restored') }),
  })
  const archive = useChange(() => ask(api.projects[':id'].archive.$post({ param })), {
    renews,
    done: () =>
      toast({
        text: t('wasArchived'),
        action: { label: t('undo'), onPress: () => restore.mutate() },
      }),
  })
  return { archive, restore }
}
