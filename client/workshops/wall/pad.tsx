import type { Stage } from '@atelier/shared/workshops/stage'
import { isThin, type WorkshopPage } from '@atelier/shared/workshops/workshop'
import { EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Room, SaveState } from '../../sync/room'
import { SaveBadge } from '../../sync/save-badge'
import type { Watched } from '../../sync/watched'
import { PadTopic } from './pad-topic'
import { WallDeskProvider } from './wall-desk-provider'
import './wall-list.css'

export type PadPage = Pick<WorkshopPage, 'stages' | 'people'>
export type PadProps = {
  room: Room
  saving: Watched<SaveState>
  page: PadPage
  stage: Stage
  level?: 2 | 3
}

/** Where one writes unseen: a blank note for every topic, and one's own notes below it. */
export function Pad({ room, saving, page, stage, level = 3 }: PadProps) {
  const { t } = useTranslation('workshop-wall')
  const editable = room.access === 'write'
  const topics = stage.rules.topics ?? []
  return (
    <WallDeskProvider kind="pad" room={room} stages={page.stages} editable={editable}>
      <section className="pad" aria-label={t('pad.label')}>
        <div className="pad-said">
          <EyeOff size={16} aria-hidden className="pad-said-eye" />
          <div className="min-w-0 flex-1">
            <p>{t(editable ? (stage.revealedAt ? 'pad.revealed' : 'pad.unseen') : 'pad.closed')}</p>
            {isThin(page.people) && <p>{t('pad.thin')}</p>}
          </div>
          <SaveBadge saving={saving} />
        </div>
        <div className="wall-sections">
          {(topics.length > 0 ? topics : [null]).map((topic) => (
            <PadTopic key={topic?.key ?? ''} stage={stage} topic={topic} level={level} />
          ))}
        </div>
      </section>
    </WallDeskProvider>
  )
}
