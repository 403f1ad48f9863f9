/** Our own things shown in a text. What draws them is fetched with the first one. */
import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react'
import { lazy, Suspense } from 'react'
import { EmbedSkeleton } from './embed-skeleton'
import './embeds.css'

const EmbedBlock = lazy(async () => ({ default: (await import('./embed-block')).EmbedBlock }))

const EmbedNode = ({ node }: NodeViewProps) => (
  <NodeViewWrapper className="embed" contentEditable={false} data-drag-handle>
    <Suspense fallback={<EmbedSkeleton />}>
      <EmbedBlock attributes={node.attrs} />
    </Suspense>
  </NodeViewWrapper>
)

export const embedView = ReactNodeViewRenderer(EmbedNode)
