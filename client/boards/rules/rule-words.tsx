import type { Rule, RuleAction } from '@atelier/shared/boards/rule'
import { useTranslation } from 'react-i18next'
import { useBoardPart, useDesk } from '../board-context'

/** A rule as one would say it. */
export function RuleWords({ rule }: { rule: Rule }) {
  const { t } = useTranslation('board-rules')
  const { t: boards } = useTranslation('boards')
  const sayAction = useActionWords()
  const column = useBoardPart((board) => board.columns.find(({ id }) => id === rule.column))
  const name = column ? column.name || boards('column.unnamed') : t('gone')
  return (
    <>
      <p className="font-medium text-sm" dir="auto">
        {t('when', { name })}
      </p>
      <ul className="mt-1 list-disc ps-5 text-ink-soft text-sm">
        {rule.actions.map((action, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name but their number
          <li key={at} dir="auto">
            {sayAction(action)}
          </li>
        ))}
      </ul>
    </>
  )
}

function useActionWords(): (action: RuleAction) => string {
  const { t } = useTranslation('board-rules')
  const { people } = useDesk()
  const labels = useBoardPart((board) => board.labels)
  return (action) => {
    switch (action.do) {
      case 'assign':
      case 'notify':
        return t(`says.${action.do}`, { name: people.get(action.person)?.name ?? t('someone') })
      case 'add-label':
      case 'remove-label': {
        const name = labels.find(({ id }) => id === action.label)?.name
        return t(`says.${action.do}`, { name: name ? `“${name}”` : t('someLabel') })
      }
      case 'set-due':
        return t('says.set-due', { count: action.days })
      default:
        return t(`kinds.${action.do}`)
    }
  }
}
