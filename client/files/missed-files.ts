import type { Uploads } from './uploads'

/** A file that misses its place must not be opened instead of the page. Back online, what failed is sent. */
export function watchMissedFiles(uploads: Uploads): () => void {
  const miss = (event: DragEvent) => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    if (event.type === 'dragover') event.dataTransfer.dropEffect = 'none'
  }
  const back = () => uploads.retryUnreachable()
  window.addEventListener('dragover', miss)
  window.addEventListener('drop', miss)
  window.addEventListener('online', back)
  return () => {
    window.removeEventListener('dragover', miss)
    window.removeEventListener('drop', miss)
    window.removeEventListener('online', back)
  }
}
