export const print = {
  about: (messages: number) =>
    messages === 1
      ? 'Login Lab: 1 message, as it was really sent.'
      : `Login Lab: ${messages} messages, as they were really sent.`,
}
