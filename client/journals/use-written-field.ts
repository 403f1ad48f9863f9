import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '../ui/copy-text'
import { useRefusalText } from '../ui/refusal-text'
import { toast } from '../ui/toast'
import type { PendingWrites } from './pending-writes'

type Field = {
  /** Which line of the entry it is. */
  name: string
  /** As it is stored. */
  value: string
  save: (said: string) => Promise<unknown>
  writes: PendingWrites
}

/**
 * A line that is stored by itself: in a pause of writing, when the field is left, and when the network is back. It
 * counts as unstored until then. What the server will not have stays in the field, with the reason.
 */
export function useWrittenField({ name, value, save, writes }: Field) {
  const { t } = useTranslation('sync')
  const refusalText = useRefusalText()
  const unstored = useSyncExternalStore(writes.subscribe, () => writes.said(name))
  /** As long as it is written in, it shows what was typed, also a space at the end that is not stored. */
  const [typed, setTyped] = useState<string | null>(null)
  useEffect(() => () => writes.leave(name), [writes, name])
  const onRefused = (error: unknown, said: string) => {
    const action = { label: t('refused.copy'), onPress: () => void copyText(said) }
    toast({ text: refusalText(error as Error), tone: 'danger', action })
  }
  return {
    shown: typed ?? unstored ?? value,
    write(said: string) {
      setTyped(said)
      writes.write(name, said, { save, onRefused })
    },
    leave() {
      setTyped(null)
      void writes.flush(name)
    },
  }
}
