/** Browsers offer a clipboard only to pages that came over https, and may refuse even then. */
export async function copyText(text: string): Promise<boolean> {
  const copying = navigator.clipboard?.writeText(text)
  if (!copying) return false
  return copying.then(
    () => true,
    () => false,
  )
}
