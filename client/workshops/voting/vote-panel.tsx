import type { Stage } from '@atelier/shared/workshops/stage'
import { isThin, type WorkshopPage } from '@atelier/shared/workshops/workshop'
import { CloudOff } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '../../sync/room'
import { LiveRegion, useAnnouncer } from '../../ui/announcer'
import { Button } from '../../ui/button'
import { rightsIn } from '../rights-in'
import type { Beside } from '../wall/beside'
import { useWall } from '../wall/use-wall'
import { WallList } from '../wall/wall-list'
import { CloseStage } from './close-stage'
import { DotRow, DotsOn } from './dot-control'
import { useVotes, type Votes } from './use-votes'
import { BallotContext } from './votes-context'

type Props = { page: WorkshopPage; stage: Stage; room: Room }

/** Stable, as the list wants it. */
export const dotsBeside: Beside = ({ id }) => <DotsOn target={id} />

/** The wall with everybody's own dots beside each note and group; once it is closed, in the order of all of them. */
export function VotePanel({ page, stage, room }: Props) {
  const { announce, said } = useAnnouncer()
  const votes = useVotes(page, stage)
  const { writes } = rightsIn(page)
  const isOpen = writes && stage.closedAt === null
  const ballot = useMemo(() => votes && { votes, isOpen, say: announce }, [votes, isOpen, announce])
  return (
    <BallotContext value={ballot}>
      <div className="flex min-h-0 flex-1 flex-col">
        <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 py-2 sm:px-5">
          {votes && <Standing votes={votes} isOpen={isOpen} isThin={isThin(page.people)} />}
          {votes && isOpen && <OffTheWall votes={votes} room={room} />}
          <span className="ms-auto">
            <CloseStage page={page} stage={stage} />
          </span>
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-3 pb-16 sm:px-5">
          <WallList
            room={room}
            page={page}
            stage={stage}
            editable={false}
            beside={dotsBeside}
            totals={votes?.page.totals ?? null}
            level={2}
          />
        </div>
      </div>
      <LiveRegion said={said} />
    </BallotContext>
  )
}

/** What one still has in hand; afterwards, how many voted. */
function Standing({ votes, isOpen, isThin }: { votes: Votes; isOpen: boolean; isThin: boolean }) {
  const { t } = useTranslation('workshop-results')
  const { page, left, onTheirWay } = votes
  if (page.totals) {
    return <p className="text-ink-soft text-sm">{t('vote.voters', { count: page.voters ?? 0 })}</p>
  }
  if (!isOpen) return <p className="text-ink-soft text-sm">{t('vote.watch')}</p>
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <DotRow filled={left} all={page.budget} />
      <p className="font-medium text-sm tabular-nums">
        {t('vote.leftOf', { left, count: page.budget })}
      </p>
      <p className="text-ink-faint text-sm">{t(isThin ? 'vote.thin' : 'vote.unseen')}</p>
      {onTheirWay > 0 && (
        <p className="flex items-center gap-1.5 text-sm text-warning">
          <CloudOff size={15} aria-hidden />
          {t('vote.waiting', { count: onTheirWay })}
        </p>
      )}
    </div>
  )
}

/** Dots that lie on what somebody took away, or put into a group, come back by a press. */
function OffTheWall({ votes, room }: { votes: Votes; room: Room }) {
  const { t } = useTranslation('workshop-results')
  const wall = useWall(room)
  const gone = Object.entries(votes.mine).filter(([id]) => {
    const note = wall.byId.get(id)
    const isLoose = note !== undefined && note.group === null
    return !isLoose && !wall.groups.some((group) => group.id === id)
  })
  const count = gone.reduce((sum, [, dots]) => sum + dots, 0)
  if (count === 0) return null
  const takeBack = () => {
    for (const [id] of gone) votes.put(id, 0)
  }
  return (
    <Button size="small" onPress={takeBack}>
      {t('vote.takeBack', { count })}
    </Button>
  )
}
