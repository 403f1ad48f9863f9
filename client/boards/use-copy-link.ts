import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '../ui/copy-text'
import { toast } from '../ui/toast'

/** Puts a card's address on the clipboard; where that may not be, shows it. */
export function useCopyLink(): (id: string) => Promise<void> {
  const { t } = useTranslation('boards')
  return useCallback(
    async (id) => {
      const link = new URL(location.href)
      link.searchParams.set('card', id)
      toast({ text: (await copyText(link.href)) ? t('card.linkCopied') : link.href })
    },
    [t],
  )
}
