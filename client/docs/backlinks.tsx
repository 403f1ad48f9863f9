import { Link } from '@tanstack/react-router'
import { FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useBacklinks } from '../projects/my-docs'
import { NamingCards, useCardsNamingDoc } from '../projects/naming-cards'

/** At the end of a doc: the docs and cards that mention it. Nothing where there are none. */
export function Backlinks({ docId }: { docId: string }) {
  const { t } = useTranslation('organise')
  const { data = [] } = useBacklinks(docId)
  const { data: cards = [] } = useCardsNamingDoc(docId)
  if (data.length + cards.length === 0) return null
  return (
    <section
      aria-labelledby="mentioned-in"
      className="mt-16 border-line border-t pt-5 print:hidden"
    >
      <h2 id="mentioned-in" className="mb-2 font-medium text-ink-faint text-sm">
        {t('backlinks.title')}
      </h2>
      <ul>
        {data.map(({ id, title, project }) => (
          <li key={id}>
            <Link
              to="/docs/$docId"
              params={{ docId: id }}
              className="-mx-2 flex min-h-9 items-center gap-2.5 rounded-md px-2 text-sm hover:bg-hover"
            >
              <FileText size={15} aria-hidden className="shrink-0 text-ink-faint" />
              <span className="truncate">{title || t('untitled')}</span>
              {project && <span className="truncate text-ink-faint">{project.title}</span>}
            </Link>
          </li>
        ))}
        <NamingCards cards={cards} />
      </ul>
    </section>
  )
}
