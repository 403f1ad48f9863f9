import { type DocPlace, withPlaced } from '@atelier/shared/docs/doc-tree'
import type { ProjectPage } from '@atelier/shared/projects/project'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useChange } from '../api/use-change'
import { unfold } from './tree-memory'

/** Puts a doc somewhere in its project's tree: shown at once, and as the server has it soon after. */
export function usePlaceDoc(projectId: string, announce: (words: string) => void) {
  const { t } = useTranslation('organise')
  const queries = useQueryClient()
  const key = ['project', projectId]
  const { mutate } = useChange(
    ({ id, place }: { id: string; place: DocPlace }) =>
      ask(api.docs[':id'].place.$put({ param: { id }, json: place })),
    { renews: [['project', projectId]] },
  )
  return (id: string, place: DocPlace): void => {
    const page = queries.getQueryData<ProjectPage>(key)
    const titleOf = (of: string | null | undefined) =>
      page?.docs.find((doc) => doc.id === of)?.title || t('untitled')
    queries.setQueryData<ProjectPage>(
      key,
      (before) => before && { ...before, docs: withPlaced(before.docs, id, place) },
    )
    if (place.parentId !== null) unfold([place.parentId])
    announce(
      t(placeWords(place), {
        title: titleOf(id),
        other: titleOf(place.before ?? place.after ?? place.parentId),
      }),
    )
    mutate({ id, place })
  }
}

function placeWords({ parentId, before, after }: DocPlace) {
  if (before !== undefined) return 'tree.placedBefore'
  if (after !== undefined) return 'tree.placedAfter'
  return parentId === null ? 'tree.placedTop' : 'tree.placedUnder'
}
