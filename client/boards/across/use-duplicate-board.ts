import { newUuid } from '@atelier/shared/basics/uuid'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../api/api'
import { useChange } from '../../api/use-change'
import { useFormat } from '../../i18n/use-format'
import { toast } from '../../ui/toast'
import { useDesk } from '../board-context'
import { useBoardId } from '../use-board-id'
import { useLeftOutcomes } from './use-left-outcomes'

type Wish = { title: string; withCards: boolean }

/** Makes the board in that project, says what of it could not come along, and then does `done` with its id. */
export function useDuplicateBoard(projectId: string, done: (id: string) => unknown) {
  const { t } = useTranslation('board-copies')
  const { list } = useFormat()
  const { people } = useDesk()
  const boardId = useBoardId()
  const leftOutcomes = useLeftOutcomes()
  // However often it is asked for: the answer may have been lost. In another project it is another board.
  const [ids] = useState(() => new Map<string, string>())
  const duplicate = (wish: Wish) => {
    const id = ids.get(projectId) ?? newUuid()
    ids.set(projectId, id)
    const json = { ...wish, id, projectId }
    return ask(api.boards[':id'].duplicate.$post({ param: { id: boardId }, json }))
  }
  return useChange(duplicate, {
    renews: [['project', projectId], ['projects']],
    done({ id, left }) {
      const names = left.people.map((person) => people.get(person)?.name ?? t('board.somebody'))
      const words = [
        ...(names.length > 0
          ? [t('board.withoutPeople', { names: list(names), count: names.length })]
          : []),
        ...leftOutcomes([left]),
      ]
      if (words.length > 0) toast({ text: words.join(' ') })
      return done(id)
    },
  })
}
