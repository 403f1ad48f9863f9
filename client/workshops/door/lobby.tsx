import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/avatar'
import { Button } from '../../ui/button'
import { useWorkshop } from '../workshop-records'

/** In case no notice comes through: nobody waits for ever. */
const askAgainMs = 8_000

type Props = { page: WorkshopPage; onLeave: () => void }

/** Before the door of a workshop that lets people in one by one. Opens by itself. */
export function Lobby({ page, onLeave }: Props) {
  const { t } = useTranslation('workshops')
  useWorkshop(page.id, { askAgainMs })
  const { me } = page
  return (
    <div className="flex min-h-full flex-1 flex-col items-center justify-center gap-5 px-6 py-16 text-center">
      {me && (
        <span className="breathe">
          <Avatar name={me.name} colour={me.colour} size="large" />
        </span>
      )}
      <div role="status" className="max-w-md">
        <h1 className="font-semibold text-2xl">{t('lobby.title', { name: me?.name ?? '' })}</h1>
        <p className="mt-2 text-ink-soft text-pretty">{t('lobby.words', { title: page.title })}</p>
      </div>
      <Button tone="quiet" onPress={onLeave}>
        {t('lobby.leave')}
      </Button>
    </div>
  )
}
