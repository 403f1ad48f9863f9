import { Tag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/avatar'
import { personColour } from '../ui/palette'
import type { QuickChoice } from './use-quick-choices'

type Props = {
  id: string
  choices: readonly QuickChoice[]
  active: QuickChoice | undefined
  onChoose(choice: QuickChoice): void
}

/** People or labels below the field, which points here. */
export function QuickChoices({ id, choices, active, onChoose }: Props) {
  const { t } = useTranslation('board-fast')
  if (!active) return null
  return (
    <div className="quick-choices" role="listbox" id={id} aria-label={t(`choose.${active.mark}`)}>
      {choices.map((choice) => (
        // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys arrive at the field
        <div
          key={choice.id}
          id={`${id}-${choice.id}`}
          role="option"
          aria-selected={choice === active}
          className="quick-choice"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(choice)}
        >
          {choice.mark === '@' ? (
            <Avatar name={choice.name} colour={choice.colour} size="tiny" />
          ) : (
            <Tag aria-hidden size={14} style={{ color: personColour(choice.colour) }} />
          )}
          <span className="truncate" dir="auto">
            {choice.name}
          </span>
        </div>
      ))}
    </div>
  )
}
