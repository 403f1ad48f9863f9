import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { copyText } from '../ui/copy-text'
import type { RoomState } from './room'

/** Says what the server would not take, and hands the words back. Draws nothing otherwise. */
export function RefusedBanner({ state }: { state: RoomState }) {
  const { t } = useTranslation('sync')
  const { list } = useFormat()
  const [copy, setCopy] = useState<'none' | 'copied' | 'failed'>('none')
  if (state.kind === 'opening' || !state.refused) return null
  const { reason, text, about = [] } = state.refused
  const copyWords = async () => setCopy((await copyText(text)) ? 'copied' : 'failed')
  const actions = (
    <span className="flex gap-2">
      {text !== '' && (
        <Button size="small" onPress={copyWords}>
          {copy === 'copied' ? t('refused.copied') : t('refused.copy')}
        </Button>
      )}
      <Button size="small" tone="quiet" onPress={state.forgetRefused}>
        {t('refused.dismiss')}
      </Button>
    </span>
  )
  return (
    <Banner tone="danger" action={actions}>
      <p>{t(text === '' && reason !== 'evicted' ? 'refused.nothing' : `refused.${reason}`)}</p>
      {text !== '' && (
        <p
          dir="auto"
          className="mt-1 max-h-24 select-text overflow-auto whitespace-pre-wrap text-ink-soft"
        >
          {text}
        </p>
      )}
      {about.length > 0 && (
        <p className="mt-1" dir="auto">
          {t('refused.about', { titles: list([...about]) })}
        </p>
      )}
      {copy === 'failed' && <p className="mt-1">{t('refused.copyFailed')}</p>}
    </Banner>
  )
}
