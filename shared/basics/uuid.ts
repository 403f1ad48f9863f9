import * as random from 'lib0/random'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether this could be an id at all, in the one spelling we use: lower case. */
export const isUuid = (text: string): boolean => uuid.test(text)

/** A new one; needs no secure context, unlike crypto.randomUUID. */
export const newUuid = (): string => random.uuidv4()
