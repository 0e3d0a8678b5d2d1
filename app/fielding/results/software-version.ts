import packageJson from '../../../package.json' with { type: 'json' };

/** Written into the provenance of every finalised figure. */
export const softwareVersion: string = packageJson.version;
