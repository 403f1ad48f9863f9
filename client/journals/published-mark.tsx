import { Link } from '@tanstack/react-router'
import { Quote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useOwnPublications } from '../publications/publication-records'
import { standingOf } from './published-of'

/** Of a section, for its author alone: where words of it stand, and the way there. */
export function PublishedMark({ sectionId }: { sectionId: string }) {
  const { t } = useTranslation('publications')
  const { data } = useOwnPublications()
  return standingOf(data?.publications ?? [], sectionId).map(({ id, project }) =>
    project ? (
      <Link
        key={project.id}
        to="/projects/$projectId"
        params={{ projectId: project.id }}
        hash={`publication-${id}`}
        className="journal-published"
        dir="auto"
      >
        <Quote size={13} aria-hidden />
        <span className="truncate">{t('own.stands', { project: project.title })}</span>
      </Link>
    ) : (
      <span key={id} className="journal-published">
        <Quote size={13} aria-hidden />
        {t('own.standsElsewhere')}
      </span>
    ),
  )
}
