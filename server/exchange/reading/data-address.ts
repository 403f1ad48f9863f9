/** Pictures inside an address, `data:image/png;base64,…`. */
const endings: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
}

/** Null for anything but a picture. */
export function dataFile(address: string): { name: string; bytes: Uint8Array } | null {
  const [, mime = '', base64 = ''] =
    /^data:([\w/+.-]+)(?:;[^,]*)?;base64,(.*)$/s.exec(address) ?? []
  const ending = endings[mime.toLowerCase()]
  if (!ending) return null
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'))
  return bytes.length > 0 ? { name: `picture.${ending}`, bytes } : null
}
