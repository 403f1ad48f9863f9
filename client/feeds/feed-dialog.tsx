import {
  type CalendarFeed,
  feedPath,
  type NewCalendarFeed,
} from '@atelier/shared/boards/calendar-feed'
import { CalendarPlus, Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useChange } from '../api/use-change'
import { useLiveQuery } from '../api/use-live-query'
import { useFormat } from '../i18n/use-format'
import { Button } from '../ui/button'
import { copyText } from '../ui/copy-text'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/text-field'
import { toast } from '../ui/toast'

type Props = { boardId: string | null; onClose(): void }

/** The secret address at which a calendar reads due dates: of a board, or of one's own cards (`boardId` null). */
export function FeedDialog({ boardId, onClose }: Props) {
  const { t } = useTranslation('board-feeds')
  return (
    <Dialog isOpen onOpenChange={(open) => open || onClose()} title={t('title')}>
      <p className="mb-4 text-ink-soft text-pretty">{t(boardId === null ? 'mine' : 'board')}</p>
      <Feed boardId={boardId} />
    </Dialog>
  )
}

const routesOf = (boardId: string | null) =>
  boardId === null
    ? {
        look: (): Promise<{ feed: CalendarFeed }> => ask(api.me['calendar-feed'].$get()),
        make: (): Promise<NewCalendarFeed> => ask(api.me['calendar-feed'].$post()),
        revoke: () => ask(api.me['calendar-feed'].$delete()),
      }
    : {
        look: (): Promise<{ feed: CalendarFeed }> =>
          ask(api.boards[':id']['calendar-feed'].$get({ param: { id: boardId } })),
        make: (): Promise<NewCalendarFeed> =>
          ask(api.boards[':id']['calendar-feed'].$post({ param: { id: boardId } })),
        revoke: () => ask(api.boards[':id']['calendar-feed'].$delete({ param: { id: boardId } })),
      }

function Feed({ boardId }: { boardId: string | null }) {
  const { t } = useTranslation('board-feeds')
  const { day } = useFormat()
  const routes = routesOf(boardId)
  const key = ['calendar-feed', boardId ?? 'me'] as const
  const { data } = useLiveQuery(key, routes.look)
  const make = useChange(routes.make, { renews: [['calendar-feed']] })
  const revoke = useChange(routes.revoke, {
    renews: [['calendar-feed']],
    done: () => {
      make.reset()
      toast({ text: t('revoked') })
    },
  })
  const feed = data?.feed ?? null
  return (
    <div className="grid gap-4">
      {make.data && feed && <NewAddress key={make.data.token} token={make.data.token} />}
      {feed && !make.data && <p className="text-sm">{t('since', { day: day(feed.since) })}</p>}
      <p className="text-ink-soft text-sm text-pretty">{t('secret')}</p>
      <div className="flex flex-wrap justify-end gap-2">
        {feed && (
          <Button isPending={revoke.isPending} onPress={() => revoke.mutate()}>
            {t('revoke')}
          </Button>
        )}
        <Button
          {...(!feed && { tone: 'primary' as const })}
          icon={<CalendarPlus aria-hidden size={16} />}
          isPending={make.isPending}
          isDisabled={!data}
          onPress={() => make.mutate()}
        >
          {t(feed ? 'renew' : 'make')}
        </Button>
      </div>
    </div>
  )
}

function NewAddress({ token }: { token: string }) {
  const { t } = useTranslation('board-feeds')
  const [isCopied, setCopied] = useState(false)
  const address = new URL(feedPath(token), window.location.href).href
  const copy = async () => {
    if (await copyText(address)) setCopied(true)
    else toast({ text: t('copyFailed'), tone: 'danger' })
  }
  return (
    <div className="flex items-end gap-2 rounded-lg bg-accent-soft p-3.5">
      <TextField
        label={t('address')}
        description={t('once')}
        value={address}
        isReadOnly
        onFocus={(event) => event.target instanceof HTMLInputElement && event.target.select()}
        className="min-w-0 flex-1"
      />
      <Button
        tone="primary"
        className="mb-6 h-10"
        icon={isCopied ? <Check size={16} /> : <Copy size={16} />}
        onPress={() => void copy()}
      >
        {t(isCopied ? 'copied' : 'copy')}
      </Button>
    </div>
  )
}
