import { parseArgs } from 'node:util';

/**
 * `parseArgs` for a command. If an option is unknown or incomplete, prints one line and exits with 1.
 * @template {import('node:util').ParseArgsConfig} Config
 * @param {Config} config
 */
export function readArguments(config) {
  try {
    return parseArgs(config);
  } catch (error) {
    // Node's second sentence explains how to pass a file whose name begins with a dash.
    const [reason] = (error instanceof Error ? error.message : String(error)).split('. ');
    const known = Object.keys(config.options ?? {}).map((name) => `--${name}`);
    console.error(`${reason}. The options are: ${known.join(', ')}.`);
    process.exit(1);
  }
}
