/** Light, dark or as the system has it; kept on this device. public/theme.js applies it before paint. */
import { useSyncExternalStore } from 'react'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const key = 'atelier.theme'
const ears = new Set<() => void>()

const readTheme = (): Theme =>
  themes.find((theme) => theme === localStorage.getItem(key)) ?? 'system'

export function setTheme(theme: Theme): void {
  localStorage.setItem(key, theme)
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  for (const tell of ears) tell()
}

export const useTheme = (): Theme =>
  useSyncExternalStore((tell) => {
    ears.add(tell)
    return () => ears.delete(tell)
  }, readTheme)
