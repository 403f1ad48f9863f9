import type { RoomPage } from '@atelier/shared/projects/project'
import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner'

type Props = { page: RoomPage | undefined; outdated: boolean }

/** Why nothing here can be changed. */
export function ReadOnlyNote({ page, outdated }: Props) {
  const { t } = useTranslation('boards')
  const archived = page?.project.archived ? 'archived' : 'viewer'
  return (
    <div className="board-note">
      <Banner>
        <strong>{t('readOnly.title')}</strong> {t(`readOnly.${outdated ? 'reload' : archived}`)}
      </Banner>
    </div>
  )
}
