import { useTranslation } from 'react-i18next'
import { api, ask } from '../../api/api'
import { codeOf } from '../../api/request-failed'
import { useChange } from '../../api/use-change'
import { toast } from '../../ui/toast'

/** Takes a whole board away that was brought in. */
export function useUndoImport(projectId: string, done: () => unknown) {
  const { t } = useTranslation('board-exchange')
  return useChange(
    async (board: { id: string; title: string }) => {
      try {
        await ask(api.boards[':id'].import.$delete({ param: { id: board.id } }))
      } catch (error) {
        if (codeOf(error) !== 'conflict') throw error
        return t('report.cannot')
      }
      return t('report.undone', { title: board.title || t('report.untitled') })
    },
    {
      renews: [['project', projectId], ['projects']],
      done: (words) => {
        toast({ text: words })
        return done()
      },
    },
  )
}
