import { Waypoints } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { useNoteName } from '../wall/use-note-name'
import { useWallDesk } from '../wall/wall-desk'
import { useCanvasDesk } from './canvas-desk'
import { usePicked } from './canvas-state'

/** While a line is begun: whatever is pressed next is its end, or what is chosen from a list. */
export function LinkBanner() {
  const { t } = useTranslation('workshop-wall')
  const { state, store } = useCanvasDesk()
  const { ask } = useWallDesk()
  const name = useNoteName()
  const from = usePicked(state, ({ linkingFrom }) => linkingFrom)
  if (from === null) return null
  const end = () => state.change({ linkingFrom: null })
  const choose = () => {
    end()
    ask({ ask: 'connect', id: from })
  }
  return (
    <div className="wall-banner" data-kind="link">
      <Waypoints size={16} aria-hidden />
      <span dir="auto">{t('canvas.linking', { note: name.of(store.read(), from) })}</span>
      <Button size="small" onPress={choose}>
        {t('canvas.fromList')}
      </Button>
      <Button size="small" tone="quiet" onPress={end}>
        {t('canvas.cancel')}
      </Button>
    </div>
  )
}
