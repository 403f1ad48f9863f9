import type { ReactNode } from 'react'

/** What a list shows beside a note or group: dots, or how one gives them. Of a stable identity. */
export type Beside = (target: { id: string; kind: 'note' | 'group' }) => ReactNode
