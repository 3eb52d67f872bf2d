import '../ui/styles/page.css'
import { isRecordable } from './host.ts'

/** A frame of another page: what was recorded, and the whole player when it is asked for. */
const address = new URL(location.href)

const live = async (): Promise<void> => (await import('./live-page.ts')).startLive()

const start = async (): Promise<void> => {
  if (!isRecordable((name) => address.searchParams.get(name))) return live()
  const { startRecorded } = await import('./recorded-page.ts')
  return startRecorded(address, () => void live())
}

void start()
