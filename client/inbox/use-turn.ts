import type { InboxItem } from '@atelier/shared/inbox/inbox'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { toast } from '../ui/toast'
import { type Show, useMarkAll } from './inbox-records'
import { rowsOf } from './use-inbox-keys'
import { useMark } from './use-marks'

/** Marks one or all of what is shown, and says so where it leaves the list. */
export function useTurn(
  show: Show,
  items: readonly InboxItem[],
  list: RefObject<HTMLElement | null>,
) {
  const { t } = useTranslation('inbox')
  const mark = useMark()
  const back = (those: readonly { id: string }[]) => ({
    label: t('mark.undo'),
    onPress: () =>
      void mark(
        those.map(({ id }) => ({ id, isRead: true })),
        false,
      ),
  })
  const all = useMarkAll(useMe().id, (ids) => {
    const those = ids.map((id) => ({ id }))
    toast({ text: t('mark.doneAll', { count: ids.length }), action: back(those) })
  })
  const turn = (item: InboxItem) => {
    if (show === 'unread') {
      stepOn(list.current, item.id)
      toast({ text: t('mark.doneRead'), action: back([item]) })
    }
    void mark([item], !item.isRead)
  }
  return {
    open: (item: InboxItem) => {
      if (!item.isRead) void mark([item], true)
    },
    turn,
    markAll: () => {
      const newest = items[0]
      if (!newest || items.every(({ isRead }) => isRead)) return
      if (navigator.onLine) all.mutate(newest.at)
      else toast({ text: t('mark.offline') })
    },
  }
}

/** The keyboard stays in the list when the row it is on leaves. */
function stepOn(list: HTMLElement | null, id: string): void {
  const rows = rowsOf(list)
  const at = rows.findIndex((row) => row.dataset.inboxRow === id)
  if (!rows[at]?.closest('li')?.contains(document.activeElement)) return
  const next = rows[at + 1] ?? rows[at - 1] ?? document.getElementById('main')
  next?.focus()
}
