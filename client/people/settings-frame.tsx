import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { NotFound } from '../shell/not-found'
import { Page } from '../shell/page'
import { settingsPages, useSettingsPages } from './settings-pages'

const linkClass =
  'flex h-9 shrink-0 items-center rounded-md px-3 text-ink-soft text-sm whitespace-nowrap transition-colors duration-100 hover:bg-hover hover:text-ink aria-[current=page]:bg-hover aria-[current=page]:font-medium aria-[current=page]:text-ink pointer-coarse:h-11'

/** Pages of settings beside their list; on narrow screens the list scrolls above. */
export function SettingsFrame() {
  const { t } = useTranslation('shell')
  const pages = useSettingsPages()
  const list = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.location.pathname })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current link may stand outside of a narrow list
  useEffect(() => {
    const current = list.current?.querySelector('[aria-current="page"]')
    current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [path])
  const isTheirs = pages.some((page) => path.startsWith(settingsPages[page].to))
  const isKnown = Object.values(settingsPages).some(({ to }) => path.startsWith(to))
  if (isKnown && !isTheirs) return <NotFound />
  return (
    <Page className="lg:flex lg:gap-14">
      <nav
        ref={list}
        aria-label={t('settings')}
        className="-mx-5 mb-8 flex gap-1 overflow-x-auto px-5 lg:mx-0 lg:w-48 lg:shrink-0 lg:flex-col lg:overflow-visible lg:px-0"
      >
        {pages.map((page) => (
          <Link key={page} to={settingsPages[page].to} className={linkClass}>
            {t(`settingsPages.${page}`)}
          </Link>
        ))}
      </nav>
      <div className="min-w-0 max-w-3xl flex-1">
        <Outlet />
      </div>
    </Page>
  )
}
