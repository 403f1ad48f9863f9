import type { AgendaItem } from '@atelier/shared/mentorships/mentoring'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { LiveRegion, useAnnouncer } from '../../ui/announcer'
import { useRowDrag } from '../../ui/use-row-drag'
import { AddLine, type Line } from '../add-line'
import { mentoringRequests } from '../mentoring-requests'
import { AgendaRow } from './agenda-row'
import { useMoveItem } from './use-agenda'

type Props = {
  title: string
  /** Of its heading: one below where it stands. */
  level: 3 | 4
  mentorshipId: string
  items: readonly AgendaItem[]
  /** Of the session it is for; null for whichever comes next. */
  sessionId: string | null
  mayWork: boolean
  line: Line
  onLine(line: Line): void
}

/** What they want to talk about, in an order that both may change. */
export function AgendaList({ title, mentorshipId, items, sessionId, mayWork, ...props }: Props) {
  const { level, ...lines } = props
  const { t } = useTranslation('mentorships')
  const id = useId()
  const { announce, said } = useAnnouncer()
  const moveTo = useMoveItem(mentorshipId, items, announce)
  const drag = useRowDrag(items, 'data-agenda-item', moveTo)
  const { renews, putItem } = mentoringRequests(mentorshipId)
  const Heading = level === 3 ? 'h3' : 'h4'
  return (
    <div>
      <Heading id={id} className="mb-1 font-medium text-ink-faint text-xs">
        {title}
      </Heading>
      {items.length > 0 && (
        <ul aria-labelledby={id}>
          {items.map((item, place) => (
            <AgendaRow
              key={item.id}
              mentorshipId={mentorshipId}
              item={item}
              place={place}
              count={items.length}
              mayWork={mayWork}
              drag={drag}
              moveTo={moveTo}
              announce={announce}
            />
          ))}
        </ul>
      )}
      {mayWork && (
        <AddLine
          {...lines}
          label={t('agenda.add')}
          placeholder={t('agenda.example')}
          renews={renews}
          send={(line) => putItem({ ...line, sessionId, isDone: false })}
        />
      )}
      <LiveRegion said={said} />
    </div>
  )
}
