import packageJson from '../../package.json' with { type: 'json' };

/** This program, as reports name it. */
export const tool = { name: 'session-memory', version: packageJson.version, homepage: packageJson.homepage };
