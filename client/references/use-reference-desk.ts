import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localeOf } from '../i18n/i18n'
import { toast } from '../ui/toast'
import type { ReferenceDesk } from './reference-desk'
import { routeTo } from './route-to'

/** One object for as long as the text is on screen, always up to date: chips keep hold of it. */
export function useReferenceDesk(projectId: string | undefined): ReferenceDesk {
  const queries = useQueryClient()
  const router = useRouter()
  // All that the text's own tools say, before there is a text: a page that waits for words loses keys.
  const { t, i18n } = useTranslation(['references', 'emoji', 'find'])
  const now: ReferenceDesk = {
    queries,
    projectId,
    locale: localeOf(i18n.language),
    words: {
      untitled: (kind) => t(`untitled.${kind}`),
      denied: t('noAccess'),
      archived: t('archived'),
      away: t('away'),
    },
    follow: (place, within) => void router.navigate(routeTo(place, within)),
    refusePaste: () => toast({ text: t('paste.tooLarge'), tone: 'danger' }),
    offerEmbed: (accept) =>
      toast({ text: t('paste.named'), action: { label: t('paste.show'), onPress: accept } }),
  }
  const [desk] = useState(now)
  useLayoutEffect(() => {
    Object.assign(desk, now)
  })
  return desk
}
