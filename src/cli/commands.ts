import type { CommandSpec, OptionSpec } from './command.js';

const help: OptionSpec = { type: 'boolean', short: 'h', help: 'Show this help' };
const preset: OptionSpec = { type: 'string', value: '<name>', help: 'recommended (default) or strict' };
const config: OptionSpec = { type: 'string', short: 'c', value: '<file>', help: 'Configuration to use instead of the one in the scanned folder' };
const noConfig: OptionSpec = { type: 'boolean', help: 'Use no configuration' };
const includeTests: OptionSpec = { type: 'boolean', help: 'Look at test files too' };
const maxFileSize: OptionSpec = { type: 'string', value: '<size>', help: 'Skip larger files: 500KiB, 2MiB or bytes (default 1MiB)' };

/** The command words, in the order in which help lists them. */
export const commands: readonly CommandSpec[] = [
  {
    name: 'scan',
    usage: '[paths…] [options]',
    summary: 'Scan files and folders for session-memory problems',
    details: 'Without paths, scans the current folder. Needs no configuration and no node_modules; runs no code of what it scans. Uses session-memory.config.json, or package.json#sessionMemory, where the scanned folder has one.',
    arguments: [0, Infinity],
    options: {
      preset,
      rule: { type: 'string', multiple: true, value: '<name=severity>', help: 'Set a rule to error, warn, info or off; repeatable. With options: \'{"<name>": ["warn", {…}]}\'' },
      config,
      'no-config': noConfig,
      format: { type: 'string', short: 'f', value: '<name>', help: 'stylish (default), json, sarif, github or markdown' },
      output: { type: 'string', short: 'o', value: '<file>', help: 'Write the report to a file' },
      'fail-on': { type: 'string', value: '<severity>', help: 'Exit 1 from this severity on: error, warn (default), info, never' },
      'include-tests': includeTests,
      'max-file-size': maxFileSize,
      timeout: { type: 'string', value: '<time>', help: 'Stop after this time with what there is: 90s, 5m or seconds' },
      'allow-incomplete': { type: 'boolean', help: 'Do not exit 2 when files could not be read or analysed' },
      'print-config': { type: 'boolean', help: 'Print the configuration in force as JSON, for a file when one is named, with where each value comes from, and stop' },
      'print-summary': { type: 'boolean', help: 'Print what is extracted from the named files, as JSON, and stop' },
      'print-facts': { type: 'boolean', help: 'Print the facts that rules would see, as JSON, and stop' },
      help,
    },
    examples: [
      ['session-memory scan', 'the current folder'],
      ['session-memory scan apps/web packages/session --preset strict', 'two folders of one project, together'],
      ['session-memory scan --rule no-repeated-ask=error', 'one rule with another severity'],
      ['session-memory scan --format json --output report.json', 'for other programs'],
      ['session-memory scan --format sarif --output report.sarif', 'for code scanning'],
    ],
  },
  {
    name: 'inventory',
    usage: '[paths…] [options]',
    summary: 'List what is kept for sessions: key by key, where it is written, read and cleared',
    details: 'Reads the code as scan does, and reports no problems. The same code gives the same text, so that it can be committed and compared.',
    arguments: [0, Infinity],
    options: {
      format: { type: 'string', short: 'f', value: '<name>', help: 'table (default), json or markdown' },
      output: { type: 'string', short: 'o', value: '<file>', help: 'Write it to a file' },
      config,
      'no-config': noConfig,
      'include-tests': includeTests,
      'max-file-size': maxFileSize,
      help,
    },
    examples: [
      ['session-memory inventory', 'the current folder'],
      ['session-memory inventory --format markdown --output SESSION-MEMORY.md', 'to be committed'],
    ],
  },
  {
    name: 'why',
    usage: '<file:line> [options]',
    summary: 'Tell what was recognised at a line, and why there is (no) finding',
    details: 'Reads the project in the current folder, as scan does.',
    arguments: [1, 1],
    options: { preset, config, 'no-config': noConfig, 'include-tests': includeTests, 'max-file-size': maxFileSize, help },
    examples: [['session-memory why src/app.ts:12', 'what is known of line 12']],
  },
  {
    name: 'rules',
    usage: '',
    summary: 'List the rules',
    arguments: [0, 0],
    options: { help },
    examples: [],
  },
  {
    name: 'explain',
    usage: '<rule>',
    summary: 'Show the page of a rule: what it finds, where it is silent, examples, options',
    arguments: [1, 1],
    options: { help },
    examples: [['session-memory explain require-session-expiry', '']],
  },
];
