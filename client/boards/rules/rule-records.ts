import type { PutRule, Rule } from '@atelier/shared/boards/rule'
import { api, ask } from '../../api/api'
import type { LiveKey } from '../../api/live-keys'
import { useChange } from '../../api/use-change'
import { useLiveQuery } from '../../api/use-live-query'

const keyOf = (boardId: string): LiveKey => ['rules', boardId]

export const useRules = (boardId: string) =>
  useLiveQuery(keyOf(boardId), () => ask(api.boards[':id'].rules.$get({ param: { id: boardId } })))

export function useSaveRule(boardId: string) {
  const save = ({ id, column, actions }: PutRule & Pick<Rule, 'id'>) =>
    ask(
      api.boards[':id'].rules[':ruleId'].$put({
        param: { id: boardId, ruleId: id },
        json: { column, actions },
      }),
    )
  return useChange(save, { renews: [keyOf(boardId)] })
}

export function useRemoveRule(boardId: string) {
  const remove = (id: string) =>
    ask(api.boards[':id'].rules[':ruleId'].$delete({ param: { id: boardId, ruleId: id } }))
  return useChange(remove, { renews: [keyOf(boardId)] })
}
