import type { ProjectPage } from '@atelier/shared/projects/project'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useChange } from '../api/use-change'
import { toast } from '../ui/toast'

type Wish = { doc: { id: string; title: string }; projectId: string }

/** Takes a doc, with what stands under it, to another project; and back, for a moment. */
export function useMoveDoc(from: Pick<ProjectPage, 'id'>) {
  const { t } = useTranslation('organise')
  const send = async (wish: Wish) => {
    const { doc, projectId } = wish
    await ask(api.docs[':id'].move.$post({ param: { id: doc.id }, json: { projectId } }))
    return wish
  }
  const back = useChange(send, { renews: [['project', from.id], ['projects']] })
  return useChange(send, {
    renews: [['project', from.id], ['projects']],
    done: ({ doc }) =>
      toast({
        text: t('move.done', { title: doc.title || t('untitled') }),
        action: { label: t('undo'), onPress: () => back.mutate({ doc, projectId: from.id }) },
      }),
  })
}
