import { Check, Undo2, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../ui/class-names'
import { IconButton } from '../ui/icon-button'
import { SuggestedChange } from './suggested-change'
import type { Entry } from './suggestion-store'
import { saidOf, titleOf } from './words-for'

type Props = {
  entry: Entry
  isActive: boolean
  mayDecide: boolean
  onShow: () => void
  onDecide: (accept: boolean) => void
}

/** One suggestion beside the text: what it would take away and put in, and what to do about it. */
export function SuggestionCard({ entry, isActive, mayDecide, onShow, onDecide }: Props) {
  const { t } = useTranslation('suggestions')
  const { suggestion, isMine } = entry
  const title = titleOf(suggestion, t)
  const [removed, inserted] = [saidOf(suggestion, 'removed', t), saidOf(suggestion, 'inserted', t)]
  const words = inserted || removed || suggestion.words.trim()
  const what = [title, words.slice(0, 60)].filter(Boolean).join(': ')
  return (
    <li
      className={classNames('suggestion-card', isActive && 'suggestion-card-active')}
      data-suggestion-card={entry.id}
    >
      <button
        type="button"
        className="suggestion-card-words"
        aria-label={t('panel.show', { what })}
        aria-current={isActive || undefined}
        onClick={onShow}
        onFocus={onShow}
      >
        <span className="suggestion-card-kind">{title}</span>
        <SuggestedChange {...{ removed, inserted }} said={suggestion} />
      </button>
      <span className="suggestion-card-deeds">
        {mayDecide && (
          <IconButton
            size="small"
            label={t('panel.acceptThis', { what })}
            onPress={() => onDecide(true)}
            className="suggestion-accept"
          >
            <Check size={16} aria-hidden />
          </IconButton>
        )}
        {(mayDecide || isMine) && (
          <IconButton
            size="small"
            label={t(isMine ? 'panel.withdrawThis' : 'panel.refuseThis', { what })}
            onPress={() => onDecide(false)}
          >
            {isMine ? <Undo2 size={15} aria-hidden /> : <X size={16} aria-hidden />}
          </IconButton>
        )}
      </span>
    </li>
  )
}
