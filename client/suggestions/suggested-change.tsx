import type { Gist } from '@atelier/shared/suggestions/gist'
import { useTranslation } from 'react-i18next'
import { VisuallyHidden } from '../ui/visually-hidden'

type Props = { removed: string; inserted: string; said: Gist }

/**
 * What would go and what would come, in the colour `--by`. Letters that come into a word or leave it
 * are shown in that word.
 */
export function SuggestedChange({ removed, inserted, said }: Props) {
  const { t } = useTranslation('suggestions')
  const { before, after, words } = said
  const isInWord = (removed === '') !== (inserted === '') && before + after !== ''
  return (
    <span className="suggestion-card-change" data-in-word={isInWord || undefined}>
      {words}
      {isInWord && before}
      {removed && (
        <del>
          <VisuallyHidden>{t('panel.removedWords', { words: '' })}</VisuallyHidden>
          {removed}
        </del>
      )}
      {inserted && inserted !== removed && (
        <ins>
          <VisuallyHidden>{t('panel.insertedWords', { words: '' })}</VisuallyHidden>
          {inserted}
        </ins>
      )}
      {isInWord && after}
    </span>
  )
}
