import { Check, CloudOff, CloudUpload, Eye, type LucideIcon, RotateCw, Snail } from 'lucide-react'
import { useMemo, useSyncExternalStore } from 'react'
import { Button } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import { currentRoad, watchRoad } from '../api/road'
import { Tooltip } from '../ui/tooltip'
import { VisuallyHidden } from '../ui/visually-hidden'
import { calmed } from './calm-save'
import type { SaveState } from './room'
import { useWatched, type Watched } from './watched'
import './save-badge.css'

const icons: Record<SaveState['kind'], LucideIcon> = {
  saved: Check,
  // Stands still: what turns is painted anew for as long as somebody types.
  saving: CloudUpload,
  offline: CloudOff,
  reading: Eye,
  reload: RotateCw,
}

type Props = {
  saving: Watched<SaveState>
  /** Whether this device is meant to keep a copy: of a journal only where its owner wants it. */
  isKept?: boolean
}

/** The truth about what is stored, at every width. Its tooltip explains; screen readers hear changes. */
export function SaveBadge({ saving, isKept = true }: Props) {
  const save = useWatched(useMemo(() => calmed(saving), [saving]))
  const { t } = useTranslation('sync')
  const Icon = icons[save.kind]
  const label = labelOf(save)
  const said = t(label.key, { count: label.count })
  const reload = save.kind === 'reload'
  const news = announced(save, isKept)
  return (
    <>
      {save.kind !== 'offline' && <SlowBadge />}
      <Tooltip content={t(hintOf(save, isKept))} delayMs={250}>
        <Button
          className="save-badge"
          data-save={save.kind}
          aria-label={said}
          onPress={reload ? () => window.location.reload() : undefined}
        >
          <Icon size={14} aria-hidden />
          <span className="save-badge-words">{said}</span>
          <span className="save-badge-count">{label.count || null}</span>
        </Button>
      </Tooltip>
      <VisuallyHidden>
        <span role="status">{news ? t(news) : ''}</span>
      </VisuallyHidden>
    </>
  )
}

/** Said where no websocket gets through: what others write comes some tenths of a second later. */
function SlowBadge() {
  const { t } = useTranslation('sync')
  const isSlow = useSyncExternalStore(watchRoad, currentRoad) === 'slow'
  if (!isSlow) return null
  return (
    <Tooltip content={t('slowHint')} delayMs={250}>
      <Button className="save-badge" data-road="slow" aria-label={t('slow')}>
        <Snail size={14} aria-hidden />
        <span className="save-badge-words">{t('slow')}</span>
      </Button>
    </Tooltip>
  )
}

type Label = { key: string; count: number }

function labelOf(save: SaveState): Label {
  if (save.kind === 'saving') {
    return { key: save.changes > 0 ? 'savingCount' : 'saving', count: save.changes }
  }
  if (save.kind !== 'offline') return { key: save.kind, count: 0 }
  if (save.changes === 0) return { key: 'offline', count: 0 }
  return { key: save.onDevice ? 'offlineCount' : 'offlineUnkeptCount', count: save.changes }
}

function hintOf(save: SaveState, isKept: boolean): string {
  if (save.kind !== 'offline' || save.changes === 0) return `${save.kind}Hint`
  if (save.onDevice) return 'offlineCountHint'
  return isKept ? 'offlineUnkeptHint' : 'offlineNoneKeptHint'
}

/** Read out: what changes seldom. Every letter's "saving" and "saved" would be noise. */
function announced(save: SaveState, isKept: boolean): string | null {
  if (save.kind === 'saved' || save.kind === 'saving') return null
  return hintOf(save, isKept)
}
