import { useParams } from '@tanstack/react-router'
import { WorkshopScreen } from '../workshops/workshop-screen'

export function WorkshopRoute() {
  const { workshopId } = useParams({ from: '/inside/workshops/$workshopId' })
  return <WorkshopScreen key={workshopId} workshopId={workshopId} />
}
