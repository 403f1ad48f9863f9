/** How much is unread: in the sidebar, on the menu of a phone, in the browser's tab, and said aloud. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countInTab } from '../shell/tab-title'
import { useUnread } from './inbox-records'
import { moreUnread } from './kept-marks'
import { useMarks, useSendMarks } from './use-marks'
import { useTellTimeZone } from './use-tell-time-zone'

const mostShown = 99
const inFigures = (unread: number) => (unread > mostShown ? `${mostShown}+` : String(unread))

function useShownUnread(): number | undefined {
  const { data } = useUnread()
  const marks = useMarks()
  return data && Math.max(0, data.unread + moreUnread(marks))
}

export function InboxNumber() {
  const { t } = useTranslation('inbox')
  const unread = useShownUnread()
  if (!unread) return null
  return (
    <span className="ms-auto rounded-full bg-accent-soft px-1.5 font-medium text-accent text-xs tabular-nums">
      <span aria-hidden>{inFigures(unread)}</span>
      <span className="sr-only"> {t('unreadCount', { count: unread })}</span>
    </span>
  )
}

/** On something that has a name of its own. */
export const InboxDot = () =>
  useShownUnread() ? (
    <span
      aria-hidden
      className="absolute end-1.5 top-1.5 size-2 rounded-full bg-accent ring-2 ring-canvas"
    />
  ) : null

/** Once, in the shell. Only what is new is said, not what was there before. */
export function InboxNews() {
  const { t } = useTranslation('inbox')
  const unread = useShownUnread()
  useSendMarks()
  useTellTimeZone()
  useEffect(() => countInTab(unread ? inFigures(unread) : ''), [unread])
  useEffect(() => () => countInTab(''), [])
  const [last, setLast] = useState(unread)
  const [said, setSaid] = useState('')
  if (unread !== last) {
    setLast(unread)
    if (last !== undefined && unread !== undefined)
      setSaid(unread > last ? t('news', { count: unread }) : '')
  }
  return (
    <div aria-live="polite" data-live-announcer="true" className="sr-only">
      {said}
    </div>
  )
}
