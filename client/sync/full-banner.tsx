import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner'
import type { RoomState } from './room'

/** Warns whoever may write here, before the room takes nothing more. Draws nothing otherwise. */
export function FullBanner({ state }: { state: RoomState }) {
  const { t } = useTranslation('sync')
  if (state.kind !== 'open' || state.room.access !== 'write' || state.fullPercent === null) {
    return null
  }
  return <Banner tone="warning">{t('full', { percent: state.fullPercent })}</Banner>
}
