import type { Download } from '../api/exchange-files'

/** As if somebody had pressed a link to it. */
export function saveDownload({ blob, name }: Download): void {
  const address = URL.createObjectURL(blob)
  followDownload(address, name)
  // The browser has taken it by then, whatever it asks the person first.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

export function followDownload(address: string, name = ''): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
}
