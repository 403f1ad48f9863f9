/** Only of built pages: in development every module is always asked for. */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  navigator.serviceWorker
    .register('/service-worker.js', { type: 'module', updateViaCache: 'none' })
    .catch((error: unknown) =>
      console.warn('These pages will not open without a network on this device.', error),
    )
}
