import { showCode } from '@atelier/shared/workshops/workshop'
import { Copy, Maximize2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { copyText } from '../../ui/copy-text'
import { toast } from '../../ui/toast'
import { linkOf, placeToType } from './link-of'
import { Projector } from './projector'
import { QrCode } from './qr-code'

/** The way in for whoever is in the room: to point a phone at, to type, or to send. */
export function InviteCard({ code, title }: { code: string; title: string }) {
  const { t } = useTranslation('workshops')
  const [isLarge, setLarge] = useState(false)
  const link = linkOf(code)
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
      <QrCode
        text={link}
        label={t('invite.qr')}
        className="size-40 shrink-0 rounded-lg border border-line"
      />
      <div className="min-w-0 flex-1 basis-56">
        <p className="text-ink-soft text-sm">{t('invite.how', { place: placeToType() })}</p>
        <p className="mt-1 font-mono font-semibold text-2xl tracking-wider">{showCode(code)}</p>
        <p className="mt-1 break-all text-ink-faint text-sm">{link}</p>
        <div className="mt-3 flex flex-wrap gap-2">
          <CopyLink link={link} />
          <Button size="small" icon={<Maximize2 size={14} />} onPress={() => setLarge(true)}>
            {t('invite.large')}
          </Button>
        </div>
      </div>
      {isLarge && <Projector code={code} title={title} onClose={() => setLarge(false)} />}
    </div>
  )
}

function CopyLink({ link }: { link: string }) {
  const { t } = useTranslation('workshops')
  const copy = async () => {
    const isCopied = await copyText(link)
    toast({ text: t(isCopied ? 'invite.copied' : 'invite.notCopied') })
  }
  return (
    <Button size="small" icon={<Copy size={14} />} onPress={() => void copy()}>
      {t('invite.copy')}
    </Button>
  )
}
