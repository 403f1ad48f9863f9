import { whenIdle } from '../ui/when-idle'

/** The worker fetches every file of the pages: not while the first of them is on its way to the screen. */
const afterLoadMs = 3_000
/** Only of built pages: in development every module is always asked for. */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  whenAtRest(() => {
    navigator.serviceWorker
      .register('/service-worker.js', { type: 'module', updateViaCache: 'none' })
      .catch((error: unknown) =>
        console.warn('These pages will not open without a network on this device.', error),
      )
  })
}

function whenAtRest(work: () => void): void {
  const soon = () => setTimeout(() => whenIdle(work), afterLoadMs)
  if (document.readyState === 'complete') soon()
  else addEventListener('load', soon, { once: true })
}
