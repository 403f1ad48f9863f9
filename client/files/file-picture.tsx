import { type ReactNode, useState } from 'react'
import { fileAddress, thumbnailAddress } from '../api/file-address'
import { readKeptFile } from '../offline/kept-files'
import { reportKeeping } from '../offline/kept-records'
import { useSyncIdentity } from '../sync/sync-identity'

type Props = {
  file: string
  size: 'thumbnail' | 'full'
  /** Known already, where this tab sent it. */
  preview?: string | undefined
  className?: string
  /** Instead of it, where neither the server nor this device has it, or it is no picture. */
  fallback: ReactNode
}

/** A picture without words, for beside its name: from the server, or of what this device keeps. */
export function FilePicture({ file, size, preview, className, fallback }: Props) {
  const who = useSyncIdentity()
  const [kept, setKept] = useState<string | null>(null)
  const [isMissing, setMissing] = useState(false)
  if (isMissing) return fallback
  const onError = async () => {
    const found = kept === null && who && (await readKeptFile(who, file).catch(reportKeeping))
    if (found) setKept(URL.createObjectURL(found.bytes))
    else setMissing(true)
  }
  const address = size === 'full' ? fileAddress(file) : thumbnailAddress(file)
  return (
    <img
      src={kept ?? preview ?? address}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      className={className}
      onError={() => void onError()}
    />
  )
}
