/** As if somebody had pressed a link to it. */
export function saveBytes(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes]))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser has taken it by then, whatever it asks the person first.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
