import type { StageKind } from '@atelier/shared/workshops/stage'
import {
  Boxes,
  CircleDot,
  Eye,
  Gavel,
  Heart,
  ListChecks,
  type LucideIcon,
  MessagesSquare,
  PencilLine,
  RotateCw,
  Smile,
} from 'lucide-react'

export const stageIcons: Record<StageKind, LucideIcon> = {
  'check-in': Smile,
  ideate: PencilLine,
  'round-robin': RotateCw,
  reveal: Eye,
  group: Boxes,
  vote: CircleDot,
  discuss: MessagesSquare,
  decide: Gavel,
  actions: ListChecks,
  close: Heart,
}
