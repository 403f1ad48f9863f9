import { ChevronRight } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** The way here. Pass links; the last one is where we are and is drawn as words. */
export function Breadcrumb({ links, here }: { links: ReactNode[]; here: ReactNode }) {
  const { t } = useTranslation('ui')
  return (
    <nav aria-label={t('breadcrumb')} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-0.5 text-sm">
        {links.map((link, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a crumb is its place on the way
          <Fragment key={at}>
            <li className="hidden min-w-0 max-w-56 shrink truncate text-ink-soft sm:block">
              {link}
            </li>
            <li aria-hidden className="hidden text-ink-faint sm:block">
              <ChevronRight size={14} className="rtl:rotate-180" />
            </li>
          </Fragment>
        ))}
        <li aria-current="page" className="min-w-0 truncate px-1.5 font-medium text-ink">
          {here}
        </li>
      </ol>
    </nav>
  )
}
