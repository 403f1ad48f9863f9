import type { DocReader } from '@atelier/shared/comments/comment'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/avatar'
import './mention-list.css'

type Props = {
  id: string
  people: DocReader[]
  activeId: string
  onChoose: (person: DocReader) => void
}

/** Who can be mentioned. The focus stays in the field, which points here. */
export function MentionList({ id, people, activeId, onChoose }: Props) {
  const { t } = useTranslation('comments')
  return (
    <div className="comment-mentions" role="listbox" id={id} aria-label={t('whom')}>
      {people.map((person) => (
        // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys arrive at the field
        <div
          key={person.id}
          id={`${id}-${person.id}`}
          role="option"
          aria-selected={person.id === activeId}
          className="comment-mention-option"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(person)}
        >
          <Avatar name={person.name} colour={person.colour} size="small" />
          <span className="min-w-0">
            <span className="block truncate">{person.name}</span>
            <span className="block truncate text-ink-faint text-xs">
              {person.department ?? person.organisation}
            </span>
          </span>
        </div>
      ))}
    </div>
  )
}
