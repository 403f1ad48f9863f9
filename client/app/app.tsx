import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { createQueryClient } from '../api/query-client'
import { lightI18n, localeOf } from '../i18n/i18n'
import { quietPart } from '../offline/quiet-part'
import { beginRoomAhead } from './room-ahead'
import { createAppRouter } from './router'

const Toasts = quietPart(async () => (await import('../ui/toasts')).Toasts)

const queries = createQueryClient(() => void queries.invalidateQueries({ queryKey: ['session'] }))
const router = createAppRouter(queries)

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

/** Begins with what this address shows before anything is drawn. */
export const beginAhead = (path: string): void => beginRoomAhead({ queries, router }, path)

export function App() {
  return (
    <I18nextProvider i18n={lightI18n}>
      <QueryClientProvider client={queries}>
        <InLanguage />
      </QueryClientProvider>
    </I18nextProvider>
  )
}

function InLanguage() {
  const { i18n: current } = useTranslation()
  useEffect(() => {
    document.documentElement.lang = current.language
  }, [current.language])
  return (
    <I18nProvider locale={localeOf(current.language)}>
      <RouterProvider router={router} />
      <Toasts />
    </I18nProvider>
  )
}
