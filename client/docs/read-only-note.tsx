import type { DocPage, RoomPage } from '@atelier/shared/projects/project'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'

/** Why nothing here can be changed. */
export function ReadOnlyNote(props: {
  page: RoomPage | DocPage | undefined
  outdated: boolean
  /** What one may do instead. */
  instead?: ReactNode
}) {
  const { t } = useTranslation('docs')
  const reload = (
    <Button size="small" onPress={() => window.location.reload()}>
      {t('readOnly.reloadNow')}
    </Button>
  )
  return (
    <div className="doc-note">
      <Banner
        tone={props.outdated ? 'warning' : 'info'}
        action={props.outdated ? reload : props.instead}
      >
        {t(`readOnly.${reasonOf(props.page, props.outdated)}`)}
      </Banner>
    </div>
  )
}

function reasonOf(page: RoomPage | DocPage | undefined, outdated: boolean): string {
  if (outdated) return 'reload'
  if (page?.project.archived) return 'archived'
  const rights = page && 'rights' in page ? page.rights : null
  if (rights?.project.role === null && rights.grant) return `shared.${rights.grant}`
  if (rights?.project.role === null && rights.inLibrary) return 'library'
  return page?.project.role === 'commenter' ? 'commenter' : 'viewer'
}
