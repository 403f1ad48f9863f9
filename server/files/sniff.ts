import { fileTypeFromBuffer } from 'file-type'

/** What bytes are, by their own beginning; what their sender calls them is never asked. */
export async function mimeOf(bytes: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (found) return found.mime
  return isText(bytes) ? 'text/plain' : 'application/octet-stream'
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: those that no text has
const neverInText = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/

/** HTML, SVG and scripts are text too: nothing here tells them apart, and nothing ever runs them. */
function isText(bytes: Uint8Array): boolean {
  try {
    return !neverInText.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return false
  }
}
