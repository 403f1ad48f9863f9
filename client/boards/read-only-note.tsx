import type { RoomPage } from '@atelier/shared/projects/project'
import { useTranslation } from 'react-i18next'
import type { SaveState } from '../sync/room'
import { Banner } from '../ui/banner'

/** Why nothing here can be changed. */
export function ReadOnlyNote({ page, save }: { page: RoomPage | undefined; save: SaveState }) {
  const { t } = useTranslation('boards')
  const archived = page?.project.archived ? 'archived' : 'viewer'
  return (
    <div className="board-note">
      <Banner>
        <strong>{t('readOnly.title')}</strong>{' '}
        {t(`readOnly.${save.kind === 'reload' ? 'reload' : archived}`)}
      </Banner>
    </div>
  )
}
