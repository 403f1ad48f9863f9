/** Which workshop a code led to on this device: so that who is in comes back, also when the link was changed meanwhile. */
const keyOf = (code: string) => `atelier.code.${code}`

export const knownWorkshop = (code: string): string | null => localStorage.getItem(keyOf(code))
export const knowWorkshop = (code: string, workshopId: string): void =>
  localStorage.setItem(keyOf(code), workshopId)
export const forgetWorkshop = (code: string): void => localStorage.removeItem(keyOf(code))

const nameKey = 'atelier.nickname'
/** What they called themself last. */
export const lastNickname = (): string => localStorage.getItem(nameKey) ?? ''
export const keepNickname = (name: string): void => localStorage.setItem(nameKey, name)
