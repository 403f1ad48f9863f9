import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useShellCrumbs, useShellTitle } from '../shell/shell-header'
import type { SettingsPage } from './settings-pages'

/** The head of a settings page, also in the breadcrumb and the tab. */
export function SettingsTitle(props: { page: SettingsPage; intro: string; action?: ReactNode }) {
  const { t } = useTranslation('shell')
  const title = t(`settingsPages.${props.page}`)
  useShellCrumbs([{ label: t('settings') }])
  useShellTitle(title)
  return (
    <header className="mb-8 flex flex-wrap items-start gap-4">
      <div className="min-w-0 flex-1 basis-64">
        <h1 className="font-semibold text-2xl">{title}</h1>
        <p className="mt-1 text-ink-soft text-pretty">{props.intro}</p>
      </div>
      {props.action}
    </header>
  )
}
