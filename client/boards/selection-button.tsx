import type { LucideIcon } from 'lucide-react'
import { Button } from '../ui/button'

type Props = { icon: LucideIcon; words: string; onPress?(): void }

/** A button of the bar below chosen cards; on a narrow screen its words are only read aloud. */
export function BarButton({ icon: Icon, words, onPress }: Props) {
  return (
    <Button tone="quiet" size="small" icon={<Icon aria-hidden size={15} />} onPress={onPress}>
      <span className="board-chosen-words">{words}</span>
    </Button>
  )
}
