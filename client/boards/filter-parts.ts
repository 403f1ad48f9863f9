import { type BoardFilter, me, nobody, noOutcome } from '@atelier/shared/boards/view'
import { useTranslation } from 'react-i18next'
import { useBoardPart, useColumns, useDesk } from './board-context'

/** One thing a view is narrowed by, in words, and the filter without it. The typed text is not among them. */
export type FilterPart = { key: string; words: string; without: BoardFilter }

export function useFilterParts(filter: BoardFilter): FilterPart[] {
  const { t } = useTranslation('board-views')
  const nameOf = useNames(filter)
  const each = <K extends 'people' | 'labels' | 'outcomes' | 'due' | 'columns'>(list: K) =>
    filter[list].map((id: string) => ({
      key: `${list} ${id}`,
      words: nameOf[list](id),
      without: {
        ...filter,
        [list]: (filter[list] as readonly string[]).filter((one) => one !== id),
      },
    }))
  const state = (key: string, isOn: boolean, change: Partial<BoardFilter>): FilterPart[] =>
    isOn ? [{ key, words: t(`filter.states.${key}`), without: { ...filter, ...change } }] : []
  return [
    ...each('people'),
    ...each('labels'),
    ...each('outcomes'),
    ...each('due'),
    ...each('columns'),
    ...state('open', filter.done === false, { done: null }),
    ...state('done', filter.done === true, { done: null }),
    ...state('unticked', filter.openItems, { openItems: false }),
    ...state('archived', filter.archived, { archived: false }),
  ]
}

/** What is chosen, in words: by list, of an id. */
function useNames(filter: BoardFilter) {
  const { t } = useTranslation('board-views')
  const { t: boards } = useTranslation('boards')
  const { t: words } = useTranslation('outcomes')
  const { people, outcomes } = useDesk()
  const labels = useBoardPart((board) => board.labels)
  const columns = useColumns()
  return {
    people: (id: string) =>
      id === me || id === nobody
        ? t(`filter.${id}`)
        : (people.get(id)?.name ?? boards('detail.formerMember')),
    labels: (id: string) => {
      const name = labels.find((label) => label.id === id)?.name ?? t('filter.gone')
      return filter.labelMode === 'none' ? t('filter.not', { what: name }) : name
    },
    outcomes: (id: string) =>
      id === noOutcome
        ? words('filterNone')
        : (outcomes.find((outcome) => outcome.id === id)?.name ?? words('card.gone')),
    due: (id: string) => t('filter.dueWords', { when: t(`spans.${id}`) }),
    columns: (id: string) => {
      const column = columns.find((one) => one.id === id)
      return column ? column.name || boards('column.unnamed') : t('filter.gone')
    },
  }
}
