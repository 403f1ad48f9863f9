import { Link } from '@tanstack/react-router'
import { GraduationCap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useTrainingRecords } from '../training/training-records'
import { sideLinkClass } from './side-link'

/** Whoever is in no training record finds them by the palette, and from their journal. */
export function TrainingSideLink() {
  const { t } = useTranslation('training')
  const { data = [] } = useTrainingRecords()
  if (data.length === 0) return null
  const count = data.reduce((sum, { isAsked, waiting }) => sum + (isAsked ? 1 : waiting), 0)
  return (
    <Link to="/training" className={sideLinkClass}>
      <GraduationCap size={16} aria-hidden />
      {t('title')}
      {count > 0 && (
        <span className="ms-auto rounded-full bg-accent-soft px-1.5 font-medium text-accent text-xs tabular-nums">
          <span aria-hidden>{count}</span>
          <span className="sr-only"> {t('waitForYou', { count })}</span>
        </span>
      )}
    </Link>
  )
}
