/** Downloads of a text’s files: without a network, of what this device keeps. */
import { downloadAddress } from '../api/file-address'
import { toast } from '../ui/toast'
import type { FileDesk } from './file-desk'

/** As if somebody had pressed a link to it. */
export function download(desk: FileDesk, file: string, name = ''): void {
  if (navigator.onLine) follow(downloadAddress(file), name)
  else void downloadKept(desk, file, name)
}

export async function downloadKept(desk: FileDesk, file: string, name: string): Promise<void> {
  const address = await desk.keptAddress(file)
  if (address !== null) follow(address, name)
  else toast({ text: desk.words('file.notHere'), tone: 'danger' })
}

function follow(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}
