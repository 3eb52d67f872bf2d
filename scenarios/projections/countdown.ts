/**
 * A length of time as a clock shows it: `59:12`, `1:00:00`, `29 d 23:58:10`. Milliseconds in, below
 * zero for what is past. A second that has begun counts while time runs down, and not while it adds
 * up: 0:00 means over.
 */
export const countdown = (milliseconds: number): string => {
  const seconds = Math.abs(Math.ceil(milliseconds / 1000))
  const two = (count: number): string => String(count).padStart(2, '0')
  const days = Math.floor(seconds / 86_400)
  const hours = Math.floor(seconds / 3600) % 24
  const minutes = Math.floor(seconds / 60) % 60
  const clock =
    days === 0 && hours === 0
      ? `${minutes}:${two(seconds % 60)}`
      : `${hours}:${two(minutes)}:${two(seconds % 60)}`
  return days === 0 ? clock : `${days} d ${clock}`
}
