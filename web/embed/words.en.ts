export const embed = {
  open: 'Open in Login Lab',
}
