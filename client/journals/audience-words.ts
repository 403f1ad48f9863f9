import type { Section } from '@atelier/shared/journals/journal'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { type EntryFacts, isGoingOn } from './entry-facts'

/** Who a section is for, in a few words, to whoever reads it. */
export function useAudienceWords(facts: EntryFacts) {
  const { t } = useTranslation('journals')
  const { list } = useFormat()
  const names = list(facts.others.map(({ name }) => name))
  return {
    names,
    of: ({ audience }: Section): string => {
      if (!isShared(facts, audience)) return t('audience.private')
      return audience === 'circle' ? t('audience.circle') : t('audience.pair', { name: names })
    },
  }
}

/** What a mentorship shares, it shares as long as it goes on. */
export const isShared = (facts: EntryFacts, audience: Section['audience']): boolean =>
  audience !== 'private' && isGoingOn(facts.mentorship)
