/** Why a place cannot be written to, and what to do, by the code of the system's error. */
const sentences: Readonly<Record<string, string>> = {
  EROFS:
    'this folder is read-only. Start it once where it can be written to; a copy that is built starts anywhere.',
  EACCES: 'this user may not write here. Start it as the owner of the folder, or from a copy.',
  EPERM: 'this user may not write here. Start it as the owner of the folder, or from a copy.',
  ENOSPC: 'the disk is full. Make room and start again; nothing of before is lost.',
  EDQUOT: 'the disk quota is used up. Make room and start again; nothing of before is lost.',
  EEXIST: 'something else lies where a folder has to be. Move it away and start again.',
  ENOTDIR: 'something else lies where a folder has to be. Move it away and start again.',
}

/** What is wrong with a build: a sentence for what the disk refuses, else the builder's own words. */
export const buildProblem = (error: unknown): string => {
  if (!(error instanceof Error)) return 'The pages could not be built: see above'
  const { code, path } = error as NodeJS.ErrnoException
  const sentence = sentences[code ?? '']
  return sentence === undefined
    ? `The pages could not be built: ${error.message}`
    : `The pages have to be built, and ${sentence}${path === undefined ? '' : ` (${code}: ${path})`}`
}
