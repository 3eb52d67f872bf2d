/** Values in the address that mean nothing here. */
export const address = {
  strange: (name: string, value: string, known: readonly string[]) =>
    `The address asks for ${name}=${value}, which is unknown. It can be ${known.join(', ')}. Everything else is as it asks.`,
}
