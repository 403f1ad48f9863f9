/** Where the bytes of a file are, for `src` and `href`. */
export const fileAddress = (id: string): string => `/api/files/${id}`
export const thumbnailAddress = (id: string): string => `${fileAddress(id)}/thumbnail`
export const downloadAddress = (id: string): string => `${fileAddress(id)}?download`

/** Why a file that should be there is not shown. */
export async function whyNotShown(id: string): Promise<'gone' | 'unreachable'> {
  const answer = await fetch(fileAddress(id), { method: 'HEAD' }).catch(() => null)
  return answer && answer.status < 500 ? 'gone' : 'unreachable'
}
