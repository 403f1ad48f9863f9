import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { useProjectPage } from '../projects/project-records'
import { DocHost } from './doc-host'

/** The host of an editor's views, kept up to date about who is in the project. */
export function useDocHost(projectId: string | undefined, { assigns = true } = {}): DocHost {
  const { t } = useTranslation('blocks')
  const { locale } = useFormat()
  const { data: project } = useProjectPage(projectId)
  const [host] = useState(() => new DocHost())
  host.assigns = assigns
  host.words = (key, holes) => t(key, { ...holes })
  host.locale = locale
  const members = project?.members
  const people = useMemo(
    () => (members ? new Map(members.map((member) => [member.id, member])) : null),
    [members],
  )
  useEffect(() => host.meet(people), [host, people])
  return host
}
