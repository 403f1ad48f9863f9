import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/avatar'
import { personColour, personTint } from '../ui/palette'
import type { VersionDifference } from './version-difference'
import { useVersionWords, writersOf } from './version-words'

/** What is different in a sentence, and how it is drawn. */
export function VersionLegend({ difference }: { difference: VersionDifference }) {
  const { t } = useTranslation('history')
  const words = useVersionWords()
  const people = writersOf(difference)
  return (
    <div className="version-legend">
      <p role="status">{words.summary(difference)}</p>
      {difference.changes.length > 0 && (
        <ul aria-label={t('legend.label')}>
          <li>
            <ins className="version-come">{t('legend.come')}</ins>
          </li>
          <li>
            <del className="version-gone">{t('legend.gone')}</del>
          </li>
          <li>
            <mark className="version-formatted">{t('legend.formatted')}</mark>
          </li>
          {people.map(({ id, name, colour }) => (
            <li key={id} className="version-writer">
              <Avatar name={name} colour={colour} size="tiny" />
              <span
                dir="auto"
                style={{ color: personColour(colour), background: personTint(colour) }}
              >
                {name}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
