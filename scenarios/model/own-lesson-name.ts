/** The name of every own lesson in its trace; no lesson of the catalogue has it. */
export const ownLessonName = 'own'

/** Bytes of the largest file that is read as a lesson. */
export const mostLessonBytes = 100_000
