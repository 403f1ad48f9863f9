import type { DecidedSuggestion } from '@atelier/shared/suggestions/suggestion-contract'
import { Check, Undo2, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { useFormat } from '../i18n/use-format'
import { Avatar } from '../ui/avatar'
import { personColour, personTint } from '../ui/palette'
import { SuggestedChange } from './suggested-change'
import { saidOf, titleOf } from './words-for'

const icons = { accepted: Check, refused: X, withdrawn: Undo2 }

/** Whose suggestion it was, what it proposed, and what became of it. */
export function DecidedCard({ decided }: { decided: DecidedSuggestion }) {
  const { t } = useTranslation('suggestions')
  const me = useMe()
  const { author, said } = decided
  const title = titleOf(said, t)
  const name = author.id === me.id ? t('panel.you', { name: author.name }) : author.name
  return (
    <li
      className="decided-card"
      tabIndex={-1}
      style={
        { '--by': personColour(author.colour), '--by-tint': personTint(author.colour) } as object
      }
    >
      <span className="decided-author">
        <Avatar name={author.name} colour={author.colour} size="tiny" />
        <span dir="auto">{name}</span>
      </span>
      <span className="decided-words">
        {title && <span className="suggestion-card-kind">{title}</span>}
        <SuggestedChange
          removed={saidOf(said, 'removed', t)}
          inserted={saidOf(said, 'inserted', t)}
          said={said}
        />
      </span>
      <Outcome decided={decided} isMine={decided.by.id === me.id} />
    </li>
  )
}

function Outcome({ decided, isMine }: { decided: DecidedSuggestion; isMine: boolean }) {
  const { t } = useTranslation('suggestions')
  const { ago, moment } = useFormat()
  const { accepted, at, author, by } = decided
  const outcome = accepted ? 'accepted' : author.id === by.id ? 'withdrawn' : 'refused'
  const Icon = icons[outcome]
  return (
    <span className="decided-outcome" data-outcome={outcome}>
      <Icon size={14} aria-hidden />
      <span>
        {t(isMine ? `decided.${outcome}ByYou` : `decided.${outcome}`, { name: by.name })}
        {', '}
        <time dateTime={at} title={moment(at)}>
          {ago(at)}
        </time>
      </span>
    </span>
  )
}
