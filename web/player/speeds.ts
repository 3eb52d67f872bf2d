/** The speeds of a player; 1 is normal, 2 twice as fast. */
export const speeds: readonly number[] = [0.5, 1, 2, 4]
