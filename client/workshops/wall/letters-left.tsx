import { noteLetters } from '@atelier/shared/workshops/wall-shape'
import { useTranslation } from 'react-i18next'

const warnedFrom = 0.8 * noteLetters

/** How many letters of those a note takes are written, as soon as it matters. */
export function LettersLeft({ letters }: { letters: number }) {
  const { t } = useTranslation('workshop-wall')
  if (letters < warnedFrom) return null
  const isOver = letters > noteLetters
  return (
    <p className={`text-xs tabular-nums ${isOver ? 'text-danger' : 'text-ink-soft'}`} role="status">
      {isOver
        ? t('pad.tooLong', { most: noteLetters })
        : t('pad.letters', { count: letters, most: noteLetters })}
    </p>
  )
}
