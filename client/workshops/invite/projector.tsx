import { showCode } from '@atelier/shared/workshops/workshop'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog'
import { linkOf, placeToType } from './link-of'
import { QrCode } from './qr-code'

/** The code as large as the window: for a wall in the room. */
export function Projector(props: { code: string; title: string; onClose: () => void }) {
  const { t } = useTranslation('workshops')
  const { code, title, onClose } = props
  return (
    <Dialog isOpen onOpenChange={(open) => !open && onClose()} title={title} width="page" reading>
      <div className="flex flex-col items-center gap-4 py-2 text-center">
        <QrCode
          text={linkOf(code)}
          label={t('invite.qr')}
          className="aspect-square w-[min(100%,52dvh)] rounded-lg"
        />
        <p className="text-ink-soft text-lg">{t('invite.how', { place: placeToType() })}</p>
        <p className="font-mono font-semibold text-[clamp(2rem,7vw,4.5rem)] leading-tight tracking-wider">
          {showCode(code)}
        </p>
      </div>
    </Dialog>
  )
}
