import type { Language } from '@atelier/shared/people/choices'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useChange } from '../api/use-change'

/** Speaks it at once, and keeps it in the profile. */
export function useChangeLanguage() {
  const { i18n } = useTranslation()
  return useChange(
    async (language: Language) => {
      const { language: kept } = await ask(api.me.$patch({ json: { language } }))
      await i18n.changeLanguage(kept)
    },
    { renews: [['session']] },
  )
}
