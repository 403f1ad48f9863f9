import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Switch } from '../../ui/switch'
import { InviteCard } from '../invite/invite-card'
import { useDoorChange, useEndGuests, useRenewCode } from './use-facilitating'

/** The link, who comes in by it, and how freely people move inside. */
export function DoorDialog({ page, onClose }: { page: WorkshopPage; onClose: () => void }) {
  const { t } = useTranslation('workshops')
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t('door.title')}
      width="medium"
    >
      {page.code && <InviteCard code={page.code} title={page.title} />}
      <Switches page={page} />
      <Withdrawals workshopId={page.id} />
    </Dialog>
  )
}

const switches = ['lobby', 'locked', 'roams'] as const

function Switches({ page }: { page: WorkshopPage }) {
  const { t } = useTranslation('workshops')
  const { mutate } = useDoorChange(page.id)
  return (
    <div className="mt-6 grid gap-3 border-line border-t pt-5">
      {switches.map((what) => (
        <div key={what}>
          <Switch isSelected={page[what]} onChange={(on) => mutate({ [what]: on })}>
            {t(`door.${what}`)}
          </Switch>
          <p className="ps-11 text-ink-faint text-sm">{t(`door.${what}Hint`)}</p>
        </div>
      ))}
    </div>
  )
}

function Withdrawals({ workshopId }: { workshopId: string }) {
  const { t } = useTranslation('workshops')
  const { mutate: renew, isPending: isRenewing } = useRenewCode(workshopId)
  const { mutate: endAll, isPending: isEnding } = useEndGuests(workshopId)
  return (
    <div className="mt-6 grid gap-3 border-line border-t pt-5 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="min-w-0 flex-1 basis-56 text-ink-soft">{t('door.renewHint')}</p>
        <Button size="small" isPending={isRenewing} onPress={() => renew(undefined)}>
          {t('door.renew')}
        </Button>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="min-w-0 flex-1 basis-56 text-ink-soft">{t('door.endGuestsHint')}</p>
        <Button size="small" tone="danger" isPending={isEnding} onPress={() => endAll(undefined)}>
          {t('door.endGuests')}
        </Button>
      </div>
    </div>
  )
}
