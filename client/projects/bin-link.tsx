import { Link } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useBin } from './my-docs'

/** Below a project's docs, as long as something of it lies in the bin for this person. */
export function BinLink({ projectId }: { projectId: string }) {
  const { t } = useTranslation('organise')
  const { data = [] } = useBin(projectId)
  if (data.length === 0) return null
  return (
    <Link
      to="/projects/$projectId/bin"
      params={{ projectId }}
      className="mt-3 inline-flex min-h-8 items-center gap-2 rounded-md px-2 text-ink-faint text-sm hover:bg-hover hover:text-ink"
    >
      <Trash2 size={15} aria-hidden />
      {t('bin.link', { count: data.length })}
    </Link>
  )
}
