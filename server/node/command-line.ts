import { parseArgs, type ParseArgsConfig } from 'node:util'

/** A command as it is typed, such as `npm run compare --`, and what it is told by `--help`. */
interface CommandHelp {
  readonly command: string
  readonly usage: string
}

type Arguments<Config extends ParseArgsConfig> = ReturnType<typeof parseArgs<Config>>

/**
 * Says in one clear line on standard error what is wrong.
 *
 * @returns the exit status that it was given
 */
export const complain = (problem: string, status: number): number => {
  process.stderr.write(`${problem}\n`)
  return status
}

/** The first line of what was thrown: the rest of it is for who wrote the command. */
const firstLineOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .split(/\n|\. To specify /, 1)[0]
    ?.replace(/\.$/, '') ?? ''

/**
 * Reads what a command was given. Every command has `--help`, which prints its usage.
 *
 * @returns the options and positionals; an exit status when there is nothing more to do: 0 after
 * `--help`, 2 after a complaint about an option that there is not, or one without its value
 */
export const readArguments = <const Config extends ParseArgsConfig>(
  config: Config,
  { command, usage }: CommandHelp,
): Arguments<Config> | number => {
  try {
    const options = { ...config.options, help: { type: 'boolean' } } as const
    const found = parseArgs({ ...config, options })
    const { help } = found.values as { readonly help?: boolean }
    if (help !== true) return found as Arguments<Config>
    process.stdout.write(`${usage}\n`)
    return 0
  } catch (error) {
    return complain(`${firstLineOf(error)}. See ${command} --help`, 2)
  }
}
