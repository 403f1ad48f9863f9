import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Emoji, loadEmoji } from './emoji-data'

/** All emoji in the reader's language; null until they are here. */
export function useEmoji(): { all: Emoji[] | null; failed: boolean } {
  const { i18n } = useTranslation()
  const language = i18n.language.startsWith('de') ? 'de' : 'en'
  const [state, setState] = useState<{ all: Emoji[] | null; failed: boolean }>(nothingYet)
  useEffect(() => {
    let isCurrent = true
    loadEmoji(language).then(
      (all) => isCurrent && setState({ all, failed: false }),
      (error: unknown) => {
        console.error('The emoji could not be fetched.', error)
        if (isCurrent) setState({ all: null, failed: true })
      },
    )
    return () => {
      isCurrent = false
    }
  }, [language])
  return state
}

const nothingYet = { all: null, failed: false }
