/** The binding tells two marks of one kind on one text apart by such an ending: `link--3Fa9bC0=`. */
const ending = /--[a-zA-Z0-9+/=]{8}$/

export const markName = (key: string): string => key.replace(ending, '')
