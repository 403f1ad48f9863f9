/**
 * The message catalogue. `<language>/<namespace>.json` is found by its place; the namespaces the
 * first screen needs come with it in English, all others when somebody asks for them.
 */
import type { Language } from '@atelier/shared/people/choices'
import { createInstance, type ReadCallback } from 'i18next'
import { initReactI18next } from 'react-i18next'

type Words = Record<string, unknown>
const first = import.meta.glob<Words>('./en/{ui,shell,refusals,projects}.json', {
  eager: true,
  import: 'default',
})
const rest = import.meta.glob<Words>(['./*/*.json', '!./en/{ui,shell,refusals,projects}.json'], {
  import: 'default',
})

const bundled = Object.fromEntries(
  Object.entries(first).map(([path, words]) => [
    path.slice('./en/'.length, -'.json'.length),
    words,
  ]),
)

const catalogues = {
  type: 'backend' as const,
  init: () => undefined,
  read(language: string, namespace: string, done: ReadCallback) {
    const load = rest[`./${language}/${namespace}.json`]
    if (!load) return done(new Error(`no catalogue ${language}/${namespace}`), null)
    load().then(
      (words) => done(null, words as Parameters<ReadCallback>[1]),
      (error: Error) => done(error, null),
    )
  },
}

export const i18n = createInstance()

/**
 * For the pages' provider: the same in all, but owns nothing. `useTranslation` copies whatever its instance
 * owns, in every component that is drawn for the first time, and hundreds are where there are many cards.
 */
export const lightI18n: typeof i18n = Object.create(i18n)

const languageKey = 'atelier.language'

/** The person's own choice once known, else the last one on this device, else the browser's. */
export function guessLanguage(): Language {
  const wanted = [localStorage.getItem(languageKey), ...navigator.languages]
  const known = wanted.find((one) => one && /^(en|de)\b/.test(one))
  return known?.startsWith('de') ? 'de' : 'en'
}

/** `en-GB`: days before months, as the workspace's spelling promises. */
export const localeOf = (language: string) => (language.startsWith('de') ? 'de-DE' : 'en-GB')

/** The only words that may be needed before there is a language: in English they come with the page. */
export const couldNotStart = (): string =>
  i18n.isInitialized ? i18n.t('shell:couldNotStart') : String(bundled.shell?.couldNotStart)

export async function startI18n(language: Language): Promise<void> {
  i18n.on('languageChanged', (lng) => {
    document.documentElement.lang = lng
    localStorage.setItem(languageKey, lng)
  })
  await i18n
    .use(catalogues)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'en',
      supportedLngs: ['en', 'de'],
      resources: { en: bundled as Record<string, Record<string, string>> },
      partialBundledLanguages: true,
      ns: Object.keys(bundled),
      defaultNS: 'shell',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    })
}
